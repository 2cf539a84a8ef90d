import type { RegisterCommand } from './register-command.ts'

/** Every command by its name, in the order of the help. Each brings much along: it is read when somebody asks for it. */
export const commands: Readonly<Record<string, () => Promise<RegisterCommand>>> = {
  gate: async () => (await import('./commands/gate.ts')).gateCommand,
  validate: async () => (await import('./commands/validate.ts')).validateCommand,
  generate: async () => (await import('./commands/generate.ts')).generateCommand,
  watch: async () => (await import('./commands/watch.ts')).watchCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  mock: async () => (await import('./commands/mock.ts')).mockCommand,
  sandbox: async () => (await import('./commands/sandbox.ts')).sandboxCommand,
  replay: async () => (await import('./commands/replay.ts')).replayCommand,
  merge: async () => (await import('./commands/merge.ts')).mergeCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
}
