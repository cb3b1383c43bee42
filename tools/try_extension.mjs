// What editors make of the extension: node try_extension.mjs GRAMMAR SERVER RECIPE…
// Prints the scopes of every line as vscode-textmate finds them, then what the server says of a slip.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const [grammarFile, server, ...recipes] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), "here.js"));
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");
const rpc = require("vscode-jsonrpc/node");

function scoped(line, tokens) {
  const pieces = [];
  for (const token of tokens.filter((one) => one.scopes.length > 1)) {
    const scope = token.scopes.at(-1).replace(/\.nemo-edit$/, "");
    const text = line.slice(token.startIndex, token.endIndex);
    const last = pieces.at(-1);
    if (last?.[0] === scope && scope.startsWith("string")) last[1] += text;
    else pieces.push([scope, text]);
  }
  return pieces.map((one) => one.join(":")).join("  ");
}

async function colours() {
  await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(readFileSync(grammarFile, "utf-8"), grammarFile),
  });
  const grammar = await registry.loadGrammar("source.nemo-edit");
  for (const recipe of recipes) {
    console.log(`== ${basename(recipe, ".edit")}`);
    let state = textmate.INITIAL;
    for (const line of readFileSync(recipe, "utf-8").trimEnd().split("\n")) {
      const found = grammar.tokenizeLine(line, state);
      state = found.ruleStack;
      console.log(scoped(line, found.tokens));
    }
  }
}

async function problems() {
  const child = spawn(server, ["lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((done) => child.on("exit", done));
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  const told = new Promise((done) =>
    connection.onNotification("textDocument/publishDiagnostics", done),
  );
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  const textDocument = { uri: "file:///here.edit", languageId: "nemo-edit", version: 1, text: "titel" };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const { diagnostics } = await told;
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  console.log(`server: ${diagnostics.map((one) => one.code)}, exit code ${await ended}`);
}

await colours();
await problems();
