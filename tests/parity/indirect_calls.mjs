// Prints what a module with several types of indirect calls returns before and after they share functions, and how many there are:
// node indirect_calls.mjs
import binaryen from "binaryen";
import { shareIndirectCalls } from "../../pipeline/node/indirect-calls.mjs";

const TEXT = `(module
  (type $one (func (param i32) (result i32)))
  (type $two (func (param i32 i64) (result i64)))
  (type $none (func))
  (import "page" "count" (func $count (param i32) (result i32)))
  (memory 1)
  (global $calls (mut i32) (i32.const 0))
  (table 6 funcref)
  (elem (i32.const 0) $double $square $multiply $note $count)
  (func $double (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2)))
  (func $square (param i32) (result i32) (i32.mul (local.get 0) (local.get 0)))
  (func $multiply (param i32 i64) (result i64) (i64.mul (i64.extend_i32_s (local.get 0)) (local.get 1)))
  (func $note (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func (export "choose") (param $index i32) (param $value i32) (result i32)
    (call_indirect (type $one) (local.get $value) (local.get $index)))
  (func (export "nested") (param $value i32) (result i64) (local $turn i32)
    (block $done
      (loop $again
        (br_if $done (i32.ge_s (local.get $turn) (i32.const 3)))
        (call_indirect (type $none) (i32.const 3))
        (local.set $turn (i32.add (local.get $turn) (i32.const 1)))
        (br $again)))
    (call_indirect (type $two)
      (call_indirect (type $one)
        (call_indirect (type $one) (local.get $value) (i32.const 0))
        (i32.const 1))
      (i64.const -1000000007)
      (i32.add (i32.const 1) (i32.const 1))))
  (func (export "calls") (result i32) (global.get $calls))
  (data (i32.const 0) "\\11\\00\\11\\01"))`;

/** @param {Uint8Array} binary */
function answers(binary) {
  const page = { count: (/** @type {number} */ value) => value + 1000 };
  const { choose, nested, calls } = /** @type {any} */ (new WebAssembly.Instance(new WebAssembly.Module(binary), { page }).exports);
  const traps = [2, 5, 6].map((index) => {
    try {
      return choose(index, 7);
    } catch (error) {
      return String(error);
    }
  });
  return { chosen: [0, 1, 4].map((index) => choose(index, -7)), traps, nested: String(nested(21)), calls: calls() };
}

/** @param {Uint8Array} binary */
function describe(binary) {
  const text = binaryen.readBinary(binary).emitText();
  return { ...answers(binary), indirect: text.match(/call_indirect/g)?.length, custom: new WebAssembly.Module(binary) };
}

const module = binaryen.parseText(TEXT);
const before = module.emitBinary();
const custom = Uint8Array.of(0, 6, 4, ...new TextEncoder().encode("kept"), 42); // a section of no known kind
const withCustom = Uint8Array.of(...before.subarray(0, 8), ...custom, ...before.subarray(8));
const results = [withCustom, shareIndirectCalls(withCustom)].map((binary) => {
  const { custom: compiled, ...rest } = describe(binary);
  return { ...rest, kept: WebAssembly.Module.customSections(compiled, "kept").map((section) => [...new Uint8Array(section)]) };
});
console.log(JSON.stringify(results));
