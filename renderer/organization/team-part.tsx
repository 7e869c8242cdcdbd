import { Button, Progress } from '@mantine/core';
import type { PullProgress } from '../../shared/contract/organization-calls.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { oddPeopleSentence } from '../../shared/team/team-head.ts';
import { runCommand } from '../app/commands/command.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { describeTeam, isOld, sayPeople } from './describe-team.ts';
import { FailureNote } from './part.tsx';
import { isTeamBusy, type TeamWork } from './organizations.ts';
import { forgetTeam } from './pull-team.ts';
import { focusIfLost, useFocusBack } from './use-focus-back.ts';
import { useNow } from './use-now.ts';

/** The snapshot of an organization's current team: how old it is, and how to get a new one. */
export function TeamPart({ organization }: { readonly organization: Organization }) {
  const session = useSession();
  const busy = useSessionState((state) => isTeamBusy(state.organizations));
  const work = useSessionState((state) => state.organizations.work);
  const trouble = useSessionState((state) => state.organizations.trouble);
  const { id, name, team } = organization;
  const puller = useFocusBack(busy);
  return (
    <section className="organization-part" aria-labelledby="organization-team">
      <h3 id="organization-team">Current team</h3>
      <TeamAge team={team} />
      {trouble && <FailureNote failure={trouble} />}
      {work?.organization === id && work.kind === 'failed' && <FailureNote failure={work.failure} />}
      {work?.organization === id && work.kind !== 'failed' ? (
        <Work work={work} />
      ) : (
        <div className="organization-actions">
          <Button
            ref={puller}
            variant={team === null ? 'filled' : 'default'}
            disabled={busy}
            onClick={() => {
              runCommand(session, 'organization.pull');
            }}
          >
            Pull now
          </Button>
          <Button
            disabled={busy}
            onClick={() => {
              runCommand(session, 'organization.readTeam');
            }}
          >
            Read a file…
          </Button>
          {team !== null && (
            <ConfirmButton
              action="Forget"
              consequence={`The copy of ${name}’s team on this computer is deleted, and rosters are checked without it. Nothing changes in Agent Connect.`}
              disabled={busy}
              onConfirm={() => void forgetTeam(session, id)}
            />
          )}
        </div>
      )}
    </section>
  );
}

function TeamAge({ team }: Pick<Organization, 'team'>) {
  const now = useNow();
  if (team === null)
    return (
      <p className="organization-quiet">
        None yet. With it, Rollcall knows who is in Agent Connect already, who can lead, and which roles and
        groups there are. Pull it with the key, or read the file that “Download Current Team” gives.
      </p>
    );
  const from = 'host' in team.from ? `Pulled from ${team.from.host}` : `Read from “${team.from.file}”`;
  return (
    <>
      <p className="organization-age">{describeTeam(team, now)}</p>
      <p className="organization-quiet">{from}</p>
      {team.odd && <p className="organization-quiet">{oddPeopleSentence(team.odd)}</p>}
      {isOld(team, now) && (
        <p className="organization-old">
          <span className="organization-old-mark" aria-hidden />
          More than a week old: people may have come and gone. Take it again before you rely on it.
        </p>
      )}
    </>
  );
}

function Work({ work }: { readonly work: Exclude<TeamWork, { readonly kind: 'failed' }> }) {
  if (work.kind === 'pulling') return <Pulling work={work} />;
  return (
    <div className="organization-work">
      <div className="organization-work-line">
        <p role="status">{`Reading “${work.name}”…`}</p>
      </div>
      <Progress value={100} animated size={4} aria-label="Reading the current team" />
    </div>
  );
}

function Pulling({ work }: { readonly work: Extract<TeamWork, { readonly kind: 'pulling' }> }) {
  const { people, waiting } = work.progress;
  return (
    <div className="organization-work">
      <div className="organization-work-line">
        <p role="status">{people === 0 ? 'Asking Agent Connect…' : `${sayPeople(people)} so far…`}</p>
        <Button ref={focusIfLost} onClick={work.stop}>
          Stop
        </Button>
      </div>
      <Progress value={100} animated={waiting === null} size={4} aria-label="Pulling the current team" />
      {waiting && <Waiting {...waiting} />}
    </div>
  );
}

type Pause = NonNullable<PullProgress['waiting']>;

/** While a pull waits before it asks again: why, and how long still. */
function Waiting({ until, why }: Pause) {
  const now = useNow(1000);
  const seconds = Math.max(0, Math.ceil((new Date(until).getTime() - now.getTime()) / 1000));
  const cause =
    why.code === 'connect.busy'
      ? 'Agent Connect is limiting requests'
      : 'Agent Connect gave no usable answer';
  return (
    <p className="organization-quiet">
      {`${cause}; Rollcall asks again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`}
    </p>
  );
}
