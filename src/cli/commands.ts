import type { RegisterCommand } from './register-command.ts'

/**
 * Every command, in the order of the help text. The code of a command is loaded only when the command is used, so that
 * the program starts fast.
 */
export const commands: Readonly<Record<string, () => Promise<RegisterCommand>>> = {
  gate: async () => (await import('./gate/gate.ts')).gateCommand,
  plan: async () => (await import('./plan/plan.ts')).planCommand,
  validate: async () => (await import('./validate/validate.ts')).validateCommand,
  diff: async () => (await import('./diff/diff.ts')).diffCommand,
  docs: async () => (await import('./docs/docs.ts')).docsCommand,
  init: async () => (await import('./init/init.ts')).initCommand,
  generate: async () => (await import('./generate/generate.ts')).generateCommand,
  live: async () => (await import('./live/live.ts')).liveCommand,
  watch: async () => (await import('./watch/watch.ts')).watchCommand,
  rules: async () => (await import('./rules/rules.ts')).rulesCommand,
  mock: async () => (await import('./mock/mock.ts')).mockCommand,
  sandbox: async () => (await import('./sandbox/sandbox.ts')).sandboxCommand,
  replay: async () => (await import('./replay/replay.ts')).replayCommand,
  merge: async () => (await import('./merge/merge.ts')).mergeCommand,
  report: async () => (await import('./report/report.ts')).reportCommand,
}
