// Makes the one style sheet of a site's pages: node sheet.mjs SITE OUT SHEET...
// SHEET... are those that each page loads, in order. All but the last are Material's: of their rules only those stay that a page, or what a
// script adds to it, can use.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transform } from "esbuild";
import postcss from "postcss";
import parser from "postcss-selector-parser";

const [site = "", out = "", ...sheets] = process.argv.slice(2).map((name) => path.resolve(name));

/** @param {string} suffix */
function* texts(suffix) {
  for (const name of readdirSync(site, { recursive: true, encoding: "utf-8" })) {
    if (name.endsWith(suffix)) yield readFileSync(path.join(site, name), "utf-8");
  }
}

/** Elements, classes, ids, attributes and their values in a page's tags. */
const inPages = new Set();
for (const html of texts(".html")) {
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) for (const name of tag.match(/[^\s"'=<>]+/g) ?? []) inPages.add(name.toLowerCase());
}

/** Classes and elements that scripts may add: words with a hyphen, such as "md-top", or alone in quotes, such as "mark". */
const inScripts = new Set();
for (const script of texts(".js")) {
  for (const name of script.match(/\w+-[\w-]+|(?<=["'`<])[a-z]+[1-6]?(?=["'`>])/g) ?? []) inScripts.add(name.toLowerCase());
}

/**
 * Rules of Material's that make the browser compute the styles of many elements again. The first applies to everything in the body while
 * a page starts and while the reader changes the colors, only to stop transitions, which are short here. The second is for whatever
 * follows a table without a class; because of it, removing an element that has a class can invalidate all styles around it.
 */
const COSTLY = /^\[data-md-color-switching]|table:not\(\[class]\)\s*\+\s*\*/;

/** Whether a selector can match. What stands in a pseudo-class, as in `:not(.x)`, does not count. @param {parser.Selector} selector */
function canMatch(selector) {
  return selector.nodes.every((node) => {
    if (node.type === "attribute") {
      const { attribute, operator, value } = node;
      return operator !== "=" ? inPages.has(attribute) || inScripts.has(attribute) : inPages.has(value?.toLowerCase());
    }
    if (node.type !== "class" && node.type !== "tag" && node.type !== "id") return true;
    const name = node.value.toLowerCase();
    return inPages.has(name) || inScripts.has(name);
  });
}

/** @param {string} css */
function withoutUnused(css) {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    if (rule.parent?.type === "atrule" && /** @type {postcss.AtRule} */ (rule.parent).name.endsWith("keyframes")) return;
    const kept = rule.selectors.filter((selector) => !COSTLY.test(selector) && parser().astSync(selector).nodes.every(canMatch));
    if (kept.length) rule.selectors = kept;
    else rule.remove();
  });
  root.walkComments((comment) => {
    comment.remove();
  });
  return root;
}

/** Remove definitions of variables that nothing reads, and what becomes unread by that. @param {postcss.Root} root */
function removeUnreadVariables(root) {
  for (let again = true; again; ) {
    const read = new Set(root.toString().match(/(?<=var\(\s*)--[\w-]+/g));
    again = false;
    root.walkDecls(/^--md-/, (declaration) => {
      if (read.has(declaration.prop)) return;
      declaration.remove();
      again = true;
    });
  }
}

const [ours = "", ...materials] = sheets.map((sheet) => readFileSync(sheet, "utf-8").replace('@charset "UTF-8";', "")).reverse();
const root = withoutUnused(materials.reverse().join("\n"));
root.append(postcss.parse(ours).nodes);
removeUnreadVariables(root);
const supported = { nesting: false }; // WebKit ignores nested rules when it prints
const { code } = await transform(root.toString(), { loader: "css", minify: true, charset: "utf8", legalComments: "none", supported });
writeFileSync(out, code);
