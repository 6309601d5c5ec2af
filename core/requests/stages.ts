import { because, type Reason } from '../reason.ts';
import type { Life, Stage } from './life.ts';
import { type Person, samePerson } from './person.ts';

/** Whether a stage is done: one approval for `any`, one of everybody named for `all`. */
export const isComplete = ({ rule, approvers, approvals }: Stage): boolean =>
  rule === 'any'
    ? approvals.length > 0
    : approvers.every((approver) => approvals.some(({ by }) => samePerson(by, approver)));

/** The stage whose turn it is, counted from 0; null when there are none or all are done. */
export function currentStage(stages: readonly Stage[]): number | null {
  const index = stages.findIndex((stage) => !isComplete(stage));
  return index < 0 ? null : index;
}

/** Whether a person has approved any stage so far. */
export const hasApproved = (stages: readonly Stage[], person: Person): boolean =>
  stages.some(({ approvals }) => approvals.some(({ by }) => samePerson(by, person)));

/** Why somebody may not decide the current stage; null when they may, or when there are no stages. */
export function notTheirStage(stages: readonly Stage[], person: Person): Reason | null {
  const index = currentStage(stages);
  const stage = index === null ? undefined : stages[index];
  if (stage === undefined) return null;
  if (hasApproved(stages, person))
    return because('approved-before', 'You have approved this request once. Another person has to look at it now.');
  if (stage.approvers.length > 0 && !stage.approvers.some((approver) => samePerson(approver, person)))
    return because(
      'not-approver',
      `"${stage.name}" is decided by ${stage.approvers.map(({ name }) => name).join(', ')}.`,
    );
  return null;
}

/** The life after somebody approved the current stage, with the deadline of the stage that follows. */
export function withApproval(life: Life, by: Person, at: string, reason: string | null): Life {
  const index = currentStage(life.stages);
  if (index === null) return life;
  const stages = life.stages.map((stage, i) =>
    i === index ? { ...stage, approvals: [...stage.approvals, { by, at, reason }] } : stage,
  );
  const next = currentStage(stages);
  return next === index ? { ...life, stages } : startStage({ ...life, stages }, next, at);
}

/** Starts the clock of a stage; null when no stage is left. */
export const startStage = (life: Life, index: number | null, now: string): Life => ({
  ...life,
  dueAt: index === null ? null : plusHours(now, life.stages[index]?.dueHours ?? null),
  escalatedAt: null,
});

/** Null when there is nothing to add, or when the result would be no date that can be kept. */
function plusHours(at: string, hours: number | null): string | null {
  if (hours === null) return null;
  const then = Date.parse(at) + hours * 3_600_000;
  return then < Date.UTC(10_000, 0) ? new Date(then).toISOString() : null;
}

/**
 * Faults of planned stages before they are used: they would wait for ever, or one person would be asked twice. Empty when
 * there are none.
 * @param isOwn whether the request is a person's own
 */
export function stageFaults(stages: readonly Stage[], isOwn: (person: Person) => boolean): Reason[] {
  return stages.flatMap((stage, index) => {
    const able = stage.approvers.filter((approver) => !isOwn(approver));
    const stuck =
      stage.rule === 'all' ? able.length < stage.approvers.length : stage.approvers.length > 0 && able.length === 0;
    const earlier = stages.slice(0, index).flatMap(({ approvers }) => approvers);
    const twice = stage.approvers.filter((approver) => earlier.some((other) => samePerson(other, approver)));
    return [
      ...(stuck
        ? [
            because(
              'own-approver',
              `"${stage.name}" waits for somebody who asked or gets the access: name another person.`,
            ),
          ]
        : []),
      ...twice.map(({ name }) =>
        because('approver-twice', `${name} stands in two stages; one person decides only once: name another person.`),
      ),
    ];
  });
}
