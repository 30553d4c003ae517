// The life of the language server: at most one, for one set of documents.
const vscode = require('vscode');
const { LanguageClient, RevealOutputChannelOn, State } = require('vscode-languageclient/node');
const { findProgram, tellMissing } = require('./program');

const SERVER_SETTINGS = ['enable', 'documents', 'config', 'profile', 'rules', 'language', 'debounce'];

function serverSettings() {
  const settings = vscode.workspace.getConfiguration('planlint');
  return Object.fromEntries(SERVER_SETTINGS.map((name) => [name, settings.get(name)]));
}

// A changed setting may stop the server: nothing is sent to one that stops.
function sendingWhileRunning(server) {
  return async (sections, send) => {
    await new Promise(setImmediate);
    await server.turn;
    if (server.client?.isRunning()) {
      await send(sections);
    }
  };
}

// No name for the findings that are sent unasked: those that are asked for have
// the name "planlint", as those of tasks have, so that none is listed twice.
function newClient(program, selector, server) {
  const args = ['lsp', ...vscode.workspace.getConfiguration('planlint').get('extraArgs')];
  return new LanguageClient('planlint', 'planlint', { command: program, args }, {
    documentSelector: selector,
    initializationOptions: serverSettings(),
    middleware: { workspace: { didChangeConfiguration: sendingWhileRunning(server) } },
    outputChannel: server.output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  });
}

class Server {
  constructor(output, words) {
    this.output = output;
    this.words = words;
    this.client = undefined;
    this.served = '';
    this.turn = Promise.resolve();
    this.status = vscode.languages.createLanguageStatusItem('planlint', { language: 'plan' });
    this.status.name = 'planlint';
    this.status.command = { command: 'planlint.showOutput', title: 'Show Output' };
    this.show('planlint is not running');
  }

  // Serves these documents; stops when there are none. Callers take turns.
  serve(selector) {
    return this.inTurn(() => this.serveNow(selector));
  }

  stop() {
    return this.inTurn(() => this.stopNow());
  }

  dispose() {
    this.status.dispose();
    return this.stop();
  }

  inTurn(run) {
    this.turn = this.turn.then(run).catch((error) => this.fail(error));
    return this.turn;
  }

  async serveNow(selector) {
    const wanted = selector.length > 0 ? JSON.stringify(selector) : '';
    if (wanted === this.served) {
      return;
    }
    await this.stopNow();
    this.served = wanted;
    if (wanted !== '') {
      await this.startNow(selector);
    }
  }

  async startNow(selector) {
    this.status.selector = selector;
    const program = findProgram();
    if (program === undefined) {
      this.show('planlint was not found', vscode.LanguageStatusSeverity.Error);
      tellMissing();
      return;
    }
    this.output.appendLine(`starting ${program}`);
    this.client = newClient(program, selector, this);
    this.words.attach(this.client);
    this.client.onDidChangeState(({ newState }) => this.follow(newState));
    await this.client.start();
  }

  async stopNow() {
    const client = this.client;
    this.client = undefined;
    this.served = '';
    if (client !== undefined) {
      await client.dispose();
    }
  }

  follow(state) {
    if (state === State.Running) {
      const { name, version } = this.client?.initializeResult?.serverInfo ?? { name: 'planlint' };
      this.show([name, version].filter(Boolean).join(' '));
    } else if (state === State.Stopped) {
      this.show('planlint is not running', vscode.LanguageStatusSeverity.Warning);
    }
  }

  fail(error) {
    this.output.appendLine(String(error));
    this.show('planlint did not start', vscode.LanguageStatusSeverity.Error);
  }

  show(text, severity = vscode.LanguageStatusSeverity.Information) {
    this.status.text = text;
    this.status.severity = severity;
  }
}

module.exports = { Server };
