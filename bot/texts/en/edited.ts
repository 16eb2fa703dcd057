import type { edited as german } from "../de/edited.js";

export const edited: typeof german = {
  acted:
    "You changed your message. I have not changed what was saved because of it: it still stands as it was first.",
  undoable: "It can be taken back within ten minutes.",
  saveNew: "Save the new version",
  tooLate: "It can no longer be taken back. Nothing was changed. Please write anew what shall hold.",
  formUsed:
    "You changed your message. Its card has been saved or discarded already; I have changed nothing there. Please write anew what shall be different.",
  deletedActed: "You deleted your message. What was saved because of it stays.",
  deletedDraft: "You deleted your message. Its draft is discarded, and nothing of it is stored.",
};
