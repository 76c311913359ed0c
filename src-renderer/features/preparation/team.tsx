import type { Preparation } from '../../../src-main/contract/preparation.ts';
import { visibleName } from '../../format/visible.ts';
import { openPreparationForm } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { IconPlus, IconUsers } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

/** Who is called, in the order of the roles of the plan. */
export function Team({ shown }: { readonly shown: Preparation }) {
  const text = en.preparation;
  const { team, roles } = shown;
  const add = (): void => openPreparationForm({ kind: 'member', member: null });
  if (team.length === 0) {
    return (
      <Empty icon={IconUsers} title={text.nobody} hint={text.nobodyHint}>
        <Button look="primary" icon={IconPlus} onClick={add}>
          {text.team.add}
        </Button>
      </Empty>
    );
  }
  const missing = roles.filter(({ id }) => !team.some(({ role }) => role === id));
  return (
    <>
      {missing.length === 0 ? null : (
        <Notice
          tone="warn"
          title={text.team.missingRoles(missing.map(({ title }) => visibleName(title)).join(', '))}
        />
      )}
      <ul className="prep-list" aria-label={text.tabs.team}>
        {team.map((member) => (
          <li key={member.id}>
            <button
              type="button"
              className="prep-row prep-member"
              onClick={() => openPreparationForm({ kind: 'member', member })}
            >
              <span className="prep-what">
                <span className="sr">{text.team.edit} </span>
                <span className="b clip" dir="auto">
                  {visibleName(member.name)}
                </span>
                <span className="meta">
                  {visibleName(roles.find(({ id }) => id === member.role)?.title ?? text.noRole)}
                  {member.alternate ? `, ${text.alternate}` : ''}
                </span>
              </span>
              <span>{member.contact ? <Chip tone="accent">{text.contact}</Chip> : null}</span>
              <span className="prep-phone">
                <span className={member.phone === '' ? 'warn-text' : 'b num'}>
                  {member.phone === '' ? text.noPhone : visibleName(member.phone)}
                </span>
                {member.outOfHours === '' ? null : (
                  <span className="meta num">{text.outOfHours(visibleName(member.outOfHours))}</span>
                )}
              </span>
              <span className="meta prep-rest">
                {[member.email, member.note]
                  .filter((part) => part !== '')
                  .map((part) => visibleName(part))
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row prep-foot">
        <Button icon={IconPlus} onClick={add}>
          {text.team.add}
        </Button>
      </div>
    </>
  );
}
