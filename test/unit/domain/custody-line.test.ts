import { describe, expect, test } from 'vitest';
import { type CustodyStep, custodyObstacle, holderAfter } from '../../../src-main/domain/custody-line.ts';

const step = (event: CustodyStep['event'], to?: string): CustodyStep => ({
  event,
  performedBy: 'Web developer',
  from: undefined,
  to,
});

describe('who has an exhibit', () => {
  test('is who collected it, then who it was handed to', () => {
    expect(holderAfter([])).toBeNull();
    expect(holderAfter([step('collected')])).toBe('Web developer');
    expect(
      holderAfter([
        step('collected'),
        step('sealed'),
        step('transferred', 'Hosting security'),
        step('examined'),
      ]),
    ).toBe('Hosting security');
    expect(holderAfter([step('collected'), step('disposed')])).toBeNull();
  });

  test('is asked before it is handed over from somebody else', () => {
    const record = [step('collected'), step('transferred', 'Hosting security')];
    const wrong = custodyObstacle(record, { event: 'transferred', from: 'Owner', to: 'Police' }, 'EV-001');
    expect(wrong).toBe('EV-001 is with Hosting security, not with Owner.');
    expect(
      custodyObstacle(record, { event: 'transferred', from: 'Hosting security', to: 'Police' }, 'EV-001'),
    ).toBeNull();
    expect(
      custodyObstacle(
        [...record, step('disposed')],
        { event: 'examined', from: undefined, to: undefined },
        'EV-001',
      ),
    ).toContain('disposed');
  });
});
