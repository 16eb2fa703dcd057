import { assertBatch } from "../../../adapters/storage/batch.js";
import { StoreUnavailable } from "../../../casework/store/store.js";
import { contractSuite } from "./contract.js";
import { createModelStore } from "./model.js";

contractSuite("the plain model", async () => {
  const model = createModelStore();
  let closed = false;
  const open = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new StoreUnavailable("closed");
    return work();
  };
  return {
    store: {
      ...model,
      get: (keys) => open(() => model.get(keys)),
      commit: (batch) =>
        open(async () => {
          assertBatch(batch);
          return model.commit(batch);
        }),
      ping: () => open(() => model.ping()),
      close: async () => {
        closed = true;
      },
    },
  };
});
