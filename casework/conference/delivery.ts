import { z } from "zod";
import type { RecordKind } from "../store/record.js";
import type { UnitOfWork } from "../store/unit-of-work.js";
import { type Conference, scopesOfConference } from "./conference.js";

/** What became of the newest message to a participant. */
export const Delivery = z.object({
  method: z.enum(["REQUEST", "CANCEL"]),
  sequence: z.number().int(),
  /** `trying` is written before each try: whatever its end, the message may have arrived. */
  state: z.enum(["trying", "sent", "failed"]),
  channel: z.enum(["mail", "graph"]),
  at: z.number(),
});
export type Delivery = z.infer<typeof Delivery>;

export const deliveryRecord: RecordKind<Delivery> = {
  name: "delivery",
  schema: Delivery,
  schemaVersion: 1,
  scopes: (id) => scopesOfConference(id.slice(0, id.indexOf("/"))),
};

export function deliveryOf(
  unit: UnitOfWork,
  conferenceId: string,
  participantId: string,
): Promise<Delivery | undefined> {
  return unit.read(deliveryRecord, `${conferenceId}/${participantId}`);
}

export function noteDelivery(
  unit: UnitOfWork,
  conferenceId: string,
  participantId: string,
  delivery: Omit<Delivery, "at">,
): Promise<void> {
  return unit.write(deliveryRecord, `${conferenceId}/${participantId}`, { ...delivery, at: unit.now });
}

/** By participant; whoever is missing has not been written to. */
export async function deliveriesOf(
  unit: UnitOfWork,
  { id, participants }: Conference,
): Promise<ReadonlyMap<string, Delivery>> {
  const found = await unit.readMany(
    deliveryRecord,
    participants.map((one) => `${id}/${one.id}`),
  );
  return new Map(
    participants.flatMap((one, i) => {
      const delivery = found[i];
      return delivery ? [[one.id, delivery] as const] : [];
    }),
  );
}
