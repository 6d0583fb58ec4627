import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The editor of a figure's source. Loaded when the first figure is to be changed. */

const HIGHLIGHT = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null], color: "var(--ug-green)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--ug-amber-text)" },
  { tag: tags.number, color: "var(--ug-brick)" },
  { tag: tags.comment, color: "var(--ug-soft)", fontStyle: "italic" },
  { tag: tags.meta, color: "var(--ug-soft)" },
]);

const THEME = EditorView.theme({
  "&": { color: "var(--ug-ink)", backgroundColor: "var(--ug-card)", fontSize: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--ug-mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ug-ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ug-ink)" },
  ".cm-gutters": { color: "var(--ug-soft)", backgroundColor: "var(--ug-sunken)", borderRight: "1px solid var(--ug-line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    {
      backgroundColor: "var(--ug-amber-tint)",
    },
  ".cm-matchingBracket": { backgroundColor: "var(--ug-green-tint)", outline: "none" },
});

export interface Editor {
  text: string;
  focus(): void;
  /** Put the cursor at the beginning of a line, from 1. */
  goTo(line: number): void;
  destroy(): void;
}

/** Text typed over several lines: Chromium would join them with a style of its own, which the page's policy refuses. */
function typeOver(event: InputEvent, view: EditorView) {
  const { doc, selection } = view.state;
  const { from, to } = selection.main;
  if (event.inputType !== "insertText" || event.data === null || doc.lineAt(from).to >= to) return false;
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

/**
 * Put an editor into a box. It stands in a shadow tree, where its styles need no <style> element.
 *
 * @param label for assistive technology
 * @param run is called for Ctrl+Enter
 */
function openEditor(box: HTMLElement, text: string, label: string, describedBy: string, run: () => void): Editor {
  const root = box.attachShadow({ mode: "open" });
  const within = root.appendChild(document.createElement("div"));
  const runs = () => {
    run();
    return true;
  };
  const start = (doc: string) =>
    EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        bracketMatching(),
        highlightActiveLine(),
        python(),
        syntaxHighlighting(HIGHLIGHT),
        THEME,
        EditorView.lineWrapping,
        EditorView.domEventHandlers({ beforeinput: typeOver }),
        EditorView.contentAttributes.of({ "aria-label": label, "aria-description": describedBy }),
        keymap.of([{ key: "Mod-Enter", run: runs }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
      ],
    });
  const view = new EditorView({ state: start(text), parent: within, root });
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(value) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
    },
    focus: () => view.focus(),
    goTo(line) {
      const { doc } = view.state;
      if (line >= 1 && line <= doc.lines) view.dispatch({ selection: { anchor: doc.line(line).from }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

declare global {
  var ugEditor: typeof openEditor | undefined;
}

globalThis.ugEditor = openEditor;
