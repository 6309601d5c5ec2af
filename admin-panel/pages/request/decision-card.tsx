import type { z } from 'zod';
import type { RequestDetail } from '../../../core/contract/routes/requests.ts';
import type { Me } from '../../../core/contract/routes/session.ts';
import { type AccessRequest, mayWorkAgain } from '../../../core/requests/index.ts';
import { When } from '../../components/clock.tsx';
import { Notice } from '../../components/notice.tsx';
import { becomesTask, beforeGrant, duringGrant, grantedWords } from '../../words/requests.ts';
import { ChooseSite } from './choose-site.tsx';
import { Decide } from './decide.tsx';
import { FinishByHand } from './finish-by-hand.tsx';
import { RetryGrant } from './retry-grant.tsx';
import { Unsent } from './unsent.tsx';

type Detail = z.infer<typeof RequestDetail>;

/** Where the request stands, and what the reviewer may do about it now. */
export const DecisionCard = ({ detail, me }: { detail: Detail; me: Me }) => (
  <section className="gh-panel gh-decision" aria-labelledby="gh-decision">
    <h2 id="gh-decision">Decision</h2>
    <div aria-live="polite">
      <Standing detail={detail} />
    </div>
    <Unsent key={`${detail.allowed.decide} ${detail.allowed.finishByHand}`} detail={detail} me={me} />
    {detail.allowed.chooseSite && <ChooseSite key={detail.request.cloudId} detail={detail} />}
    {detail.allowed.decide && detail.now && (
      <Decide key={detail.request.id} request={detail.request} now={detail.now} me={me} />
    )}
    {detail.allowed.retryGrant && detail.now && mayWorkAgain(detail.request) && (
      <RetryGrant key={detail.request.id} request={detail.request} now={detail.now} />
    )}
    {detail.allowed.finishByHand && <FinishByHand request={detail.request} />}
    {detail.allowed.whyNot !== null && isUndone(detail.request) && (
      <Notice tone="information" title="You cannot decide this request">
        {detail.allowed.whyNot}
      </Notice>
    )}
  </section>
);

/** Somebody still has to do something about it. */
const isUndone = ({ state }: AccessRequest): boolean => state === 'in-review' || state === 'grant-failed';

function Standing({ detail: { request } }: { detail: Detail }) {
  const { decision, grant, byHand } = request;
  const decided = decision && (
    <p className="gh-subtle">
      {decision.kind === 'approved' ? 'Approved' : 'Denied'} by {decision.by.name}, <When iso={decision.at} />
    </p>
  );
  switch (request.state) {
    case 'submitted':
      return <p>Just arrived. Nobody has to decide yet.</p>;
    case 'in-review':
      return <p>Waiting for a reviewer.</p>;
    case 'approved':
      return (
        <>
          <p>{beforeGrant(request)}</p>
          {decided}
        </>
      );
    case 'granting':
      return (
        <>
          <p>{duringGrant(request)}</p>
          {grant.failure !== null && (
            <Notice tone="warning" title={`Attempt ${grant.attempts} did not work yet`}>
              {grant.failure}{' '}
              {grant.nextAttemptAt !== null && (
                <>
                  Next try <When iso={grant.nextAttemptAt} />.
                </>
              )}
            </Notice>
          )}
          {decided}
        </>
      );
    case 'granted':
      return (
        <>
          <Notice tone="success" title={grant.invited && byHand === null ? 'Granted, and not accepted yet' : 'Granted'}>
            {byHand === null ? (
              grantedWords(request)
            ) : (
              <>
                Done by hand, says {byHand.by.name}, <When iso={byHand.at} />. Gatehouse has not checked it at
                Atlassian.
                {byHand.note !== null && ` “${byHand.note}”`}
              </>
            )}
          </Notice>
          {decided}
        </>
      );
    case 'grant-failed':
      return (
        <>
          {becomesTask(request) ? (
            <Notice tone="warning" title="Approved, and now a task for IT">
              {grant.failure}
            </Notice>
          ) : (
            <Notice tone="danger" title="Approved, but access could not be given">
              {grant.failure ?? 'Atlassian gave no reason.'}
            </Notice>
          )}
          {decided}
        </>
      );
    case 'denied':
      return (
        <>
          <Notice tone="danger" title="Denied">
            {decision?.reason ?? 'No reason was recorded.'}
          </Notice>
          {decided}
        </>
      );
    case 'withdrawn':
      return <p>Withdrawn by {request.requester.name}. There is nothing to decide.</p>;
    case 'expired':
      return <p>Nobody decided in time, so the request was closed. It can be asked again.</p>;
    case 'expiring':
      return <p>The time of this access is over. Gatehouse is taking it back.</p>;
    case 'revoked':
      return <p>The time of this access is over, and it was taken back.</p>;
  }
}
