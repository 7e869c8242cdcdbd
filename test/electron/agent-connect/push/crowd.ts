import type { CreateOrder } from '../../../../shared/upload/orders/upload-order.ts';
import { createOrder } from '../../../shared/upload/journal/build-orders.ts';

/** People in a team. */
const TEAM = 12;

/** The orders to create so many people: each leader of a team stands after the team, and reports to the one before. */
export function crowd(people: number): CreateOrder[] {
  const orders: CreateOrder[] = [];
  const waveOf = (team: number): number => 1 + (team % 4);
  for (let place = 0; place < people; place += 1) {
    const order = createOrder(place);
    const team = Math.floor(place / TEAM);
    const own = Math.min(team * TEAM + TEAM - 1, people - 1);
    const isLeader = place === own;
    const leader = isLeader ? (waveOf(team) === 1 ? null : team * TEAM - 1) : own;
    orders.push({
      ...order,
      wave: waveOf(team) + Number(!isLeader),
      leader,
      body: {
        ...order.body,
        manage_team: isLeader,
        team_leader_email: leader === null ? 'leader0@acme.example' : createOrder(leader).email,
      },
    });
  }
  return orders;
}
