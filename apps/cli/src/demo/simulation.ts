import type { Receipt, Submission } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import { Agenda } from './agenda.js';
import { answerFor, intentFor, resolutionFor, type Intent } from './behaviour.js';
import { ClusterRounds } from './cluster-rounds.js';
import type { Deed } from './hands.js';
import { newAtUnits, newlyAsked, tokenIn, type Asked, type AtUnit } from './looking.js';
import type { Arrival } from './plan.js';
import type { Random } from './random.js';
import type { DemoItem, World } from './world.js';

/** Deeds lie in the last seconds before the lanes run, as if a worker had seen to them soon. */
const SECOND_MS = 1_000;
/** What may be wrong when a deed comes too late, because a colleague or the clock was quicker. */
const TOO_LATE = ['not-waiting', 'survey-answered', 'survey-expired'];

/** Lives through the history: what comes in, what units do, what customers answer, at their moments. */
export class Simulation {
  private readonly items = new Map<string, DemoItem>();
  private readonly agenda = new Agenda();
  private readonly rounds: ClusterRounds;

  constructor(private readonly world: World) {
    this.rounds = new ClusterRounds(world, this.items);
  }

  /** One step: everything that happens up to `at`, of which `arrivals` (with their numbers) come in. */
  async step(at: number, arrivals: readonly [number, Arrival][]): Promise<void> {
    const due = this.agenda.due(at);
    const deeds = [...this.accepting(at, arrivals), ...due.map(({ deed }) => deed)];
    const tookMs = await this.world.hands.doAll(deeds);
    const resolvedCluster = await this.rounds.maybe(at);
    const resolved = resolvedCluster || due.some(({ moves }) => moves === 'forward');
    const entered = arrivals.length > 0 || due.some(({ moves }) => moves === 'back');
    await this.world.worker.round(at + tookMs, { entered, resolved });
    await this.look(at);
  }

  /** Takes items in at `at` without letting any lane run; answers with the moment at which all are in. */
  async acceptOnly(at: number, arrivals: readonly [number, Arrival][]): Promise<number> {
    return at + (await this.world.hands.doAll(this.accepting(at, arrivals)));
  }

  /** Has up to `most` items resolved at `at` without letting any lane run. */
  async resolveOnly(at: number, most: number): Promise<void> {
    await this.world.hands.doAll(this.agenda.nextResolutions(most, at).map(({ deed }) => deed));
  }

  /** What is typed in by people comes one by one; what other systems hand in comes together. */
  private accepting(at: number, arrivals: readonly [number, Arrival][]): Deed[] {
    const { random } = this.world;
    const typed = ([, { channel }]: [number, Arrival]): boolean => channel === 'hotline' || channel === 'shop';
    const alone = arrivals.filter(typed);
    const together = arrivals.filter((one) => !typed(one));
    const seconds = alone.map(() => random.between(8, 45)).sort((a, b) => b - a);
    const deeds = alone.map((one, index): Deed => {
      const moment = at - (seconds[index] ?? 8) * SECOND_MS;
      const submission = this.submit(one, moment);
      return { at: moment, owner: one[0], run: ({ intake }) => intake.accept(submission) };
    });
    if (together.length === 0) return deeds;
    const moment = at - random.between(2, 7) * SECOND_MS;
    const submissions = together.map((one) => this.submit(one, moment));
    return [
      ...deeds,
      { at: moment, owner: together[0]?.[0] ?? 0, run: ({ intake }) => accepted(intake.acceptMany(submissions)) },
    ];
  }

  private submit([number, arrival]: [number, Arrival], at: number): Submission {
    const submission = this.world.submissions.of(arrival, number, at);
    this.items.set(submission.id, { number, arrival, handedBack: 0 });
    return submission;
  }

  /** Sees what has come to people and customers, and notes down what they are going to do. */
  private async look(at: number): Promise<void> {
    const since = new Date(at - SECOND_MS).toISOString();
    const { sql } = this.world;
    const [visits, questions] = await Promise.all([newAtUnits(sql, since), newlyAsked(sql, since)]);
    for (const visit of visits) this.planVisit(visit, at);
    for (const asked of questions) this.planAnswer(asked, at);
  }

  private planVisit(visit: AtUnit, at: number): void {
    const item = this.items.get(visit.id);
    if (!item) return;
    const { random, from, to } = this.world;
    const chance = random.fork(`visit ${item.number} ${visit.seq}`);
    const progress = (at - from) / (to - from);
    const intent = intentFor(chance, { ...visit, at, progress, handedBack: item.handedBack }, item.arrival);
    const { takenAt, doneAt, does } = intent;
    const actor = chance.pick(this.world.staff.actorsOf(visit.unit));
    const { unit } = visit;
    const owner = item.number;
    this.agenda.forget(owner);
    if (takenAt !== null)
      this.agenda.note({
        what: 'take',
        at: takenAt,
        unit,
        owner,
        moves: null,
        run: ({ resolutions }) => late(resolutions.take(visit.id)),
      });
    const run = this.doing(visit, item, { does, actor, chance });
    this.agenda.note({
      what: does.what,
      at: doneAt,
      unit,
      owner,
      moves: does.what === 'hand-back' ? 'back' : 'forward',
      run,
    });
  }

  private doing(
    visit: AtUnit,
    item: DemoItem,
    how: { does: Intent['does']; actor: string; chance: Random },
  ): Deed['run'] {
    const { does, actor, chance } = how;
    switch (does.what) {
      case 'resolve':
        return ({ resolutions }) =>
          late(resolutions.resolve(visit.id, resolutionFor(chance, item.arrival, visit.cycle), actor));
      case 'dismiss':
        return ({ resolutions }) => late(resolutions.dismiss(visit.id, does.reason, actor));
      case 'hand-back': {
        item.handedBack++;
        const toUnitId = does.to === null ? null : (this.world.staff.unitIdOf(does.to) ?? null);
        return ({ resolutions }) => late(resolutions.handBack(visit.id, { reason: does.reason, toUnitId }, actor));
      }
    }
  }

  private planAnswer({ id, cycle, body }: Asked, at: number): void {
    const item = this.items.get(id);
    const token = tokenIn(body);
    if (!item || !token) return;
    const answer = answerFor(this.world.random.fork(`answer ${item.number} ${cycle}`), item.arrival, cycle, at);
    if (!answer) return;
    const { at: when, ...given } = answer;
    const run: Deed['run'] = ({ surveys }) => late(surveys.answer(token, given));
    this.agenda.note({
      what: 'answer',
      at: when,
      unit: null,
      owner: item.number,
      moves: given.solved ? null : 'back',
      run,
    });
  }
}

/** Somebody who comes too late finds that it has been done; anything else that goes wrong is thrown on. */
async function late(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof CodedError) || !TOO_LATE.includes(error.code)) throw error;
  });
}

async function accepted(work: Promise<readonly Receipt[]>): Promise<void> {
  const refused = (await work).find((receipt) => receipt instanceof CodedError);
  if (refused instanceof CodedError) throw refused;
}
