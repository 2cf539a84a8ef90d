import type { Document } from '../document/document.ts'
import { ContractError } from '../errors.ts'
import { contradictedExamples } from './contradicted-examples.ts'
import { contractOf, type OperationContract } from '../evidence/contract.ts'
import { asText, isArray, isObject } from '../json.ts'
import { listOperations } from '../operations/list-operations.ts'
import { WEIGHTS, type Rule } from '../rules/rule.ts'
import type { Judgement } from '../verdicts/judge.ts'
import type { Closing, FaultKind, Gap, GapPlace, Probe, Question, WhatIf } from './gap.ts'
import { contradictions, newFindings, type Contradiction } from './is-noticed.ts'
import { gapsOverlayText } from './overlay-text.ts'
import { questions } from './questions.ts'
import { listRecorded } from './recorded.ts'

/** The judged exchanges of a run, and the rules and contracts with which they were judged. */
export interface JudgedRun {
  readonly contracts: readonly OperationContract[]
  readonly judgements: readonly Judgement[]
  readonly rules: readonly Rule[]
  /** Reads the document again, with one additional overlay. */
  readonly amend: (overlay: string) => Document
}

/**
 * Finds faults that the run would not detect. Alters each passed exchange and judges the altered copy. If no rule
 * reports the copy, searches for a change of the document with which a rule reports it. The recorded exchanges must
 * still pass with this change. Sends nothing.
 */
export function findGaps(judged: JudgedRun): WhatIf {
  const { contracts, judgements, rules } = judged
  const recorded = listRecorded(contracts, judgements)
  const asked = questions.flatMap((ask) => recorded.flatMap((each) => ask(each)))
  const tried = asked.flatMap(({ probes }) => probes.flatMap(({ altered }) => altered)).length
  const contractById = new Map(contracts.map((contract) => [contract.operation.id, contract]))
  const open = asked.flatMap((question): Open[] => {
    const contract = contractById.get(question.operation.id)
    const probes = question.probes.filter((probe) => contract !== undefined && !isNoticed(probe, contract, rules))
    return probes.length === 0 ? [] : [{ question, probes, fields: fieldsOf(probes), way: 0 }]
  })
  const kinds = new Map<FaultKind, Map<string, GapPlace>>()
  for (const { question, fields, closing } of close(open, judged)) {
    const { kind, operation, status } = question
    const places = kinds.get(kind) ?? new Map<string, GapPlace>()
    const key = `${operation.id} ${status}`
    const known = places.get(key) ?? { operation, status, fields: [], closings: [] }
    places.set(key, { ...known, fields: [...known.fields, ...fields], closings: [...known.closings, closing] })
    kinds.set(kind, places)
  }
  const gaps = [...kinds].map(([kind, places]): Gap => ({ kind, places: [...places.values()] }))
  const rank = ({ kind }: Gap): number => WEIGHTS.indexOf(kind.weight)
  return { tried, gaps: gaps.toSorted((one, other) => rank(one) - rank(other)) }
}

/** A fault that no rule detected. `way` is the index of the change of the document that is tried next. */
interface Open {
  readonly question: Question
  readonly probes: readonly Probe[]
  readonly fields: readonly string[]
  readonly way: number
}

interface Tried extends Open {
  readonly closing: Closing
}

function isNoticed({ altered }: Probe, contract: OperationContract, rules: readonly Rule[]): boolean {
  return altered.some((each) => newFindings(contract, each.altered, each.original, rules).length > 0)
}

function fieldsOf(probes: readonly Probe[]): string[] {
  return [...new Set(probes.map(({ field }) => field))]
}

/**
 * Searches for changes of the document that make undetected faults detectable. Tries one change per fault, for all
 * faults at the same time. Leaves out a field if its change contradicts a recorded exchange or an example, or if the
 * fault in this field stays undetected. If a change has no field left, tries the next change for this fault.
 */
function close(open: readonly Open[], judged: JudgedRun): readonly Tried[] {
  let current = applicable(open.flatMap(tryWay), judged)
  while (current.length > 0) {
    const contractFor = amendedContracts(current, judged)
    const recorded = judged.judgements.flatMap((judgement) => {
      const contract = contractFor(judgement.execution.case.operation.id)
      return contract === undefined ? [] : contradictions(contract, judgement, judged.rules)
    })
    const examples = judged.contracts.flatMap(({ operation }) => {
      const contract = contractFor(operation.id)
      return contract === undefined ? [] : contradictedExamples(contract)
    })
    const wrong = [...recorded, ...examples]
    const next = current.flatMap((each) => {
      const contract = contractFor(each.question.operation.id)
      const fields = each.fields.filter(
        (field) =>
          contract !== undefined &&
          !wrong.some((one) => isBlamed(each, field, one)) &&
          each.probes.every((probe) => probe.field !== field || isNoticed(probe, contract, judged.rules)),
      )
      if (fields.length === each.fields.length) return [each]
      return tryWay(
        fields.length > 0 ? { ...each, fields } : { ...each, way: each.way + 1, fields: fieldsOf(each.probes) },
      )
    })
    if (next.length === current.length && next.every((each, index) => each === current[index])) return current
    current = next
  }
  return []
}

/** Leaves out changes that cannot be applied, for example because the value at their place has another type. */
function applicable(tried: readonly Tried[], { amend }: JudgedRun): readonly Tried[] {
  const canAmend = (some: readonly Tried[]): boolean => {
    try {
      amend(
        gapsOverlayText(
          'What if',
          some.map(({ closing }) => closing),
        ),
      )
      return true
    } catch (error) {
      if (error instanceof ContractError) return false
      throw error
    }
  }
  return tried.length === 0 || canAmend(tried) ? tried : tried.filter((each) => canAmend([each]))
}

/** Returns the contracts of the changed document, by operation id. */
function amendedContracts(
  tried: readonly Tried[],
  { amend }: JudgedRun,
): (id: string) => OperationContract | undefined {
  const closings = tried.map(({ closing }) => closing)
  const operations = new Map(listOperations(amend(gapsOverlayText('What if', closings))).map((each) => [each.id, each]))
  const contracts = new Map<string, OperationContract | undefined>()
  return (id) => {
    const operation = operations.get(id)
    if (!contracts.has(id)) contracts.set(id, operation && contractOf(operation))
    return contracts.get(id)
  }
}

function tryWay(each: Open): Tried[] {
  for (const [index, way] of each.question.ways.entries()) {
    const closing = index < each.way ? undefined : way(each.fields)
    if (closing !== undefined) return [{ ...each, way: index, closing }]
  }
  return []
}

/** True if the change for `field` causes the contradiction. */
function isBlamed({ closing, fields }: Tried, field: string, { definedAt, clause, at }: Contradiction): boolean {
  if (!definedAt.startsWith(closing.at)) return false
  const invariants = closing.update['x-invariants']
  if (isArray(invariants)) {
    const own = invariants[fields.indexOf(field)]
    return isObject(own) && clause.endsWith(`/x-invariants/${asText(own['id'])}`)
  }
  return closing.update['required'] === undefined || at.endsWith(`/${field}`) || fields.length === 1
}
