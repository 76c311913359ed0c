import type { Preparation } from '../../../src-main/contract/preparation.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { Chip } from '../../ui/chip.tsx';

/** Telephone numbers first: whoever looks here wants to call. */
export function PreparedTeam({ shown: { team, roles } }: { readonly shown: Preparation }) {
  const text = en.preparation;
  return (
    <section aria-labelledby="prepared-team">
      <h2 id="prepared-team">{en.prepared.team}</h2>
      {team.length === 0 ? <p className="t2">{text.nobody}</p> : null}
      <ul>
        {team.map((member) => (
          <li key={member.id} className="prepared-line prepared-member">
            <span>
              <span className="b" dir="auto">
                {visibleName(member.name)}
              </span>{' '}
              {member.contact ? <Chip tone="accent">{text.contact}</Chip> : null}
              <span className="meta prepared-block">
                {visibleName(roles.find(({ id }) => id === member.role)?.title ?? text.noRole)}
                {member.alternate ? `, ${text.alternate}` : ''}
              </span>
            </span>
            <span>
              <span className={member.phone === '' ? 'warn-text' : 'b num'}>
                {member.phone === '' ? text.noPhone : visibleName(member.phone)}
              </span>
              {member.outOfHours === '' ? null : (
                <span className="meta num prepared-block">
                  {text.outOfHours(visibleName(member.outOfHours))}
                </span>
              )}
            </span>
            <span className="meta">
              {[member.email, member.note]
                .filter((part) => part !== '')
                .map((part) => visibleName(part))
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
