// Sends all indirect calls of a WebAssembly module through one function per type (decision 41).
import wasmparser from "wasmparser";

/**
 * @typedef {{ id: number, start: number, end: number }} Section Its content's place in the file.
 * @typedef {{ start: number, end: number, type: number }} Call
 * @typedef {{ start: number, end: number, calls: Call[] }} Body
 * @typedef {{ sections: Section[], types: Uint8Array[], functions: number, bodies: Body[] }} Parts
 */

const I32 = 0x7f;
const LOCAL_GET = 0x20;
const CALL = 0x10;
const CALL_INDIRECT = 0x11;
const END = 0x0b;
const FUNCTION_TYPE = 0x60;

const SECTIONS = { TYPES: 1, FUNCTIONS: 3, CODE: 10 };

/**
 * Replace each `call_indirect` with a call of a new function that holds the only one of its type.
 *
 * @param {Uint8Array} binary a module with one table
 * @returns {Buffer} a module that does the same
 */
export function shareIndirectCalls(binary) {
  const { sections, types, functions, bodies } = read(binary);
  const used = [...new Set(bodies.flatMap(({ calls }) => calls.map(({ type }) => type)))];
  const shared = new Map(used.map((type, order) => [type, functions + order]));

  /** @param {Body} body */
  const replaced = ({ start, end, calls }) => {
    const parts = calls.flatMap(({ type, start: callStart }, i) => [
      binary.subarray(calls[i - 1]?.end ?? start, callStart),
      bytes(CALL, ...leb(shared.get(type) ?? 0)),
    ]);
    return sized(Buffer.concat([...parts, binary.subarray(calls.at(-1)?.end ?? start, end)]));
  };

  /** Append entries to a section that starts with their number. @param {Section} section @param {Uint8Array[]} more */
  const extended = ({ start, end }, more) => {
    const entries = binary.subarray(afterLeb(binary, start), end);
    return Buffer.concat([bytes(...leb(lebAt(binary, start) + more.length)), entries, ...more]);
  };

  /** @param {Section} section */
  const content = (section) => {
    const { id, start, end } = section;
    const type = (/** @type {number} */ index) => /** @type {Uint8Array} */ (types[index]);
    if (id === SECTIONS.TYPES) return extended(section, used.map(type).map(withIndex));
    if (id === SECTIONS.FUNCTIONS) {
      return extended(
        section,
        used.map((_, order) => bytes(...leb(types.length + order))),
      );
    }
    if (id !== SECTIONS.CODE) return binary.subarray(start, end);
    const added = used.map((index) => sized(bodyOfShared(index, type(index))));
    return Buffer.concat([bytes(...leb(bodies.length + added.length)), ...bodies.map(replaced), ...added]);
  };

  const result = sections.flatMap((section) => [bytes(section.id), sized(content(section))]);
  return Buffer.concat([binary.subarray(0, 8), ...result]);
}

/** @param {Uint8Array} binary @returns {Parts} */
function read(binary) {
  /** The package's types say that these exist only while TypeScript compiles. @type {any} */
  const { BinaryReaderState: State, ExternalKind, OperatorCode } = wasmparser;
  /** @type {Parts} */
  const parts = { sections: [], types: [], functions: 0, bodies: [] };
  const { sections, types, bodies } = parts;
  const reader = new wasmparser.BinaryReader();
  reader.setData(/** @type {ArrayBuffer} */ (binary.buffer), binary.byteOffset, binary.byteLength);
  let start = 0;
  for (let end = 0; reader.read(); start = end) {
    end = reader.position - binary.byteOffset;
    const result = /** @type {any} */ (reader.result);
    if (reader.state === State.ERROR) throw reader.error;
    if (reader.state === State.BEGIN_SECTION) sections.push({ id: result.id, start: afterLeb(binary, start + 1), end });
    else if (reader.state === State.END_SECTION) /** @type {Section} */ (sections.at(-1)).end = end;
    else if (reader.state === State.TYPE_SECTION_ENTRY) types.push(typeBefore(binary, end, result));
    else if (reader.state === State.FUNCTION_SECTION_ENTRY) parts.functions++;
    else if (reader.state === State.IMPORT_SECTION_ENTRY) parts.functions += result.kind === ExternalKind.Function ? 1 : 0;
    else if (reader.state === State.BEGIN_FUNCTION_BODY) {
      const sizeAt = bodies.length ? start : afterLeb(binary, start); // the number of bodies comes first
      bodies.push({ start: afterLeb(binary, sizeAt), end, calls: [] });
    } else if (reader.state === State.CODE_OPERATOR && result.code === OperatorCode.call_indirect) {
      bodies.at(-1)?.calls.push({ start, end, type: result.typeIndex });
    } else if (reader.state === State.END_FUNCTION_BODY) /** @type {Body} */ (bodies.at(-1)).end = end;
  }
  return parts;
}

/**
 * @param {Uint8Array} binary @param {number} end
 * @param {{ params: unknown[], returns: unknown[] }} type
 */
function typeBefore(binary, end, { params, returns }) {
  const type = binary.subarray(end - 3 - params.length - returns.length, end);
  if (type[0] !== FUNCTION_TYPE || type[1] !== params.length) throw new Error("A type has another form than Pyodide's. See decision 41.");
  return type;
}

/** A type with the index in the table as its last parameter. @param {Uint8Array} type */
function withIndex([form = 0, count = 0, ...rest]) {
  return bytes(form, count + 1, ...rest.slice(0, count), I32, ...rest.slice(count));
}

/**
 * The body of a shared function: it calls the function at the table index in its last parameter.
 *
 * @param {number} index of the type @param {Uint8Array} type
 */
function bodyOfShared(index, [, count = 0]) {
  const parameters = Array.from({ length: count + 1 }, (_, parameter) => [LOCAL_GET, parameter]);
  const [noLocals, table] = [0, 0];
  return bytes(noLocals, ...parameters.flat(), CALL_INDIRECT, ...leb(index), table, END);
}

const bytes = (/** @type {number[]} */ ...values) => Buffer.from(values);

/** Bytes after their number. @param {Uint8Array} content */
const sized = (content) => Buffer.concat([bytes(...leb(content.length)), content]);

/** A number as WebAssembly writes it: seven bits a byte, the lowest first. @param {number} value @returns {number[]} */
const leb = (value) => (value < 128 ? [value] : [(value % 128) + 128, ...leb(Math.floor(value / 128))]);

/** @param {Uint8Array} binary @param {number} at @returns {number} */
function lebAt(binary, at) {
  const byte = /** @type {number} */ (binary[at]);
  return byte < 128 ? byte : byte - 128 + 128 * lebAt(binary, at + 1);
}

/** The place after a number. @param {Uint8Array} binary @param {number} at @returns {number} */
const afterLeb = (binary, at) => (/** @type {number} */ (binary[at]) < 128 ? at + 1 : afterLeb(binary, at + 1));
