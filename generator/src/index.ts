/** Generates packages from integration specs, for programs that call the generator themselves. */
export { generate, type GenerateOptions, type GenerateResult } from './pipeline/generate.js';
export type { Diagnostic } from './diagnostics/diagnostic.js';
export { defineTarget, type OutputFile, type Target } from './emit/target.js';
export type { Project } from './emit/package/project.js';
export type { FileChange } from './write/compare-package.js';
export type { PackageChange } from './write/output.js';
export { readModels } from './pipeline/read-models.js';
export type { ExampleModel, ExampleReply, FunctionModel, IntegrationModel } from './model/model.js';
export { leadExample, type ShownExample } from './emit/snippets/lead-example.js';
export { callOptions } from './emit/snippets/call-flags.js';
export { callCommand } from './emit/snippets/kosmo-command.js';
export { referenceCommand, skillCommands, type SkillCommand } from './emit/snippets/skill-snippets.js';
export {
  documentedAccounts,
  documentedSnippets,
  type DocumentedSnippet,
} from './emit/snippets/documented-snippets.js';
