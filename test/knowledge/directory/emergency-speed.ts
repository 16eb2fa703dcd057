// Prints what looking for danger in long texts costs, in ms of processor time: run by emergency.test.ts apart.
import { isEmergency } from "../../../knowledge/directory/emergency.js";
import { cpuTimeOf } from "../../apart/cpu-time.js";

const ms = cpuTimeOf(() => {
  isEmergency("er sie schlagen ".repeat(5000));
  isEmergency("schlägt ".repeat(10_000));
});
console.log(JSON.stringify(ms));
