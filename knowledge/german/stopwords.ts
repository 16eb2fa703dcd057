import { fold } from "./spelling.js";

/**
 * Words that carry grammar and no topic. Question words and polite frames of questions belong here as well: in
 * "Wie kann ich Wohngeld beantragen?" only the last two words say what is looked for.
 */
const list = `
aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim
bin bis bist bitte da dabei dadurch dafür dagegen daher dahin damals damit danach dann daran darauf daraus darf
darfst darin darüber darum darunter das dass davon davor dazu dein deine deinem deinen deiner deines dem den denen
denn der deren des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort du dürfen dürfte
durch eben ein eine einem einen einer eines einige einigen einiger einiges einmal er es etwa etwas euch euer eure
für gar gegen gern gibt habe haben hab hast hat hatte hätte hätten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem
ihren ihrer ihres im immer in indem ins irgend ist ja jede jedem jeden jeder jedes jene jenem jenen jener jenes
jetzt kann kannst können könnte könnten man manche manchem manchen mancher manches mehr mein meine meinem meinen
meiner meines mich mir mit muss musst müssen müsste nach nachdem nein nicht nichts noch nochmal nun nur ob oder ohne
schon sehr sei seid sein seine seinem seinen seiner seines seit sich sie sind so sogar solche solchem solchen solcher
solches soll sollen sollte sollten sondern sonst soweit sowie über um und uns unser unsere unserem unseren unserer
unter vom von vor wann war waren warum was wegen weil welche welchem welchen welcher welches wenn wer werde werden
wem wen weshalb wessen wie wieder will wir wird wirst wo wobei wodurch wofür wohin woher wollen womit woran worauf
woraus worin worüber wozu wurde wurden während würde würden zu zum zur zwar zwischen mal eigentlich denn bekommt
`;

const stopwords: ReadonlySet<string> = new Set(list.trim().split(/\s+/).map(fold));

/** True for a folded word that says nothing about the topic. */
export const isStopword = (folded: string): boolean => stopwords.has(folded);
