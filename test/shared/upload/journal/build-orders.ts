import { JOURNAL_VERSION, type UploadHead } from '../../../../shared/upload/orders/upload-head.ts';
import type { CreateOrder, UploadOrder } from '../../../../shared/upload/orders/upload-order.ts';

/** The head of an upload of so many rows. */
export function headOf(rows: number, some: Partial<UploadHead> = {}): UploadHead {
  return {
    version: JOURNAL_VERSION,
    id: '6f0a3c4e-58c5-4b2e-9d5f-0a3c4e58c5b2',
    startedAt: '2026-06-01T08:00:00.000Z',
    name: 'June.xlsx',
    host: '127.0.0.1:4010',
    key: '0123456789ab',
    roster: '00000000000001',
    team: '00000000000002',
    mode: 'create',
    welcome: 'delayed',
    rows,
    ...some,
  };
}

/** The order to create the person at a place, who is fine but for what is given. */
export function createOrder(place: number, some: Partial<CreateOrder> = {}): CreateOrder {
  const email = `new${place}@acme.example`;
  const employeeId = `N${place}`;
  return {
    kind: 'create',
    ...namesAt(place),
    wave: 1,
    leader: null,
    body: {
      email,
      custom_employee_id: employeeId,
      first_name: 'New',
      last_name: String(place),
      role: 'Team Member',
      manage_team: false,
      channels: ['phone'],
    },
    hasPassword: false,
    ...some,
  };
}

/** The order to do nothing about the person at a place. */
export function idleOrder(place: number, kind: 'skip' | 'blocked' | 'held'): UploadOrder {
  const names = namesAt(place);
  return kind === 'skip' ? { kind, ...names } : { kind, ...names, reason: 'The Role is missing.' };
}

function namesAt(place: number) {
  const [email, employeeId] = [`new${place}@acme.example`, `N${place}`];
  return { place, line: place + 2, name: `New ${place}`, email, employeeId };
}
