// Tasks that run the program over files and folders; what it finds in files
// that are not open comes to the problems, too. A task with findings has not
// failed, unless its arguments say so with --fail-level.
const vscode = require('vscode');
const { findProgram, tellMissing } = require('./program');

const TYPE = 'planlint';

function newTask(definition, scope, name, program) {
  const { args = [], paths = [] } = definition;
  const all = ['check', '--format', 'lines', '--fail-level', 'off', ...args, '--', ...(paths.length > 0 ? paths : ['.'])];
  const execution = new vscode.ProcessExecution(program, all);
  const task = new vscode.Task(definition, scope, name, TYPE, execution, '$planlint');
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent };
  return task;
}

function folderTask(folder, program) {
  return newTask({ type: TYPE }, folder, 'check the folder', program);
}

function register() {
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks() {
      const program = findProgram();
      const folders = program === undefined ? [] : vscode.workspace.workspaceFolders ?? [];
      return folders.map((folder) => folderTask(folder, program));
    },
    resolveTask({ definition, scope, name }) {
      return newTask(definition, scope ?? vscode.TaskScope.Workspace, name, findProgram() ?? 'planlint');
    },
  });
}

async function checkWorkspace() {
  const program = findProgram();
  if (program === undefined) {
    tellMissing();
    return;
  }
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    await vscode.tasks.executeTask(folderTask(folder, program));
  }
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

module.exports = { register, checkWorkspace };
