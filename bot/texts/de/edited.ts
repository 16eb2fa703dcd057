/** Messages that were changed or taken back after they had been answered. */
export const edited = {
  acted:
    "Sie haben Ihre Nachricht geändert. Was daraus gespeichert wurde, habe ich nicht geändert: Es steht noch so da wie zuerst.",
  undoable: "Zehn Minuten lang lässt es sich zurücknehmen.",
  saveNew: "Neue Fassung speichern",
  tooLate:
    "Inzwischen lässt es sich nicht mehr zurücknehmen. Geändert wurde nichts. Bitte schreiben Sie neu, was gelten soll.",
  formUsed:
    "Sie haben Ihre Nachricht geändert. Die Karte dazu ist schon gespeichert oder verworfen; daran habe ich nichts geändert. Bitte schreiben Sie neu, was anders sein soll.",
  deletedActed: "Sie haben Ihre Nachricht gelöscht. Was daraus gespeichert wurde, bleibt stehen.",
  deletedDraft:
    "Sie haben Ihre Nachricht gelöscht. Der Entwurf dazu ist verworfen, gespeichert ist davon nichts.",
};
