// Starts `nemo-spec lsp` for .edit files. All that it knows of recipes comes from there.

const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const command = workspace.getConfiguration("nemo-spec").get("command");
  client = new LanguageClient(
    "nemo-spec",
    "nemo-spec",
    { command, args: ["lsp"] },
    {
      documentSelector: [{ language: "nemo-edit" }],
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.edit") },
    },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
