import { type AppPackageTexts, appPackageDe, appPackageEn } from "../texts/app-package.js";

/** The newest version that the schema package of the tests validates. */
const MANIFEST_VERSION = "1.30";

export type AppIdentity = {
  /** Application id of the bot's registration (single tenant). */
  readonly appId: string;
  /** Where people reach the bot from outside: https, without a slash at the end. */
  readonly publicUrl: string;
  /** Of package.json: Teams offers an update when it rises. */
  readonly version: string;
};

/**
 * The Teams app manifest with German as the default language. Commands differ by scope: in teams and group chats
 * nothing is offered that belongs into the 1:1 chat.
 *
 * Source: Microsoft Teams app manifest schema, https://developer.microsoft.com/json-schemas/teams/v1.30/.
 */
export function appManifest({ appId, publicUrl, version }: AppIdentity): Record<string, unknown> {
  const texts = appPackageDe;
  const { help, office, newCase, myCases, agenda, overdue } = texts.commands;
  const { host } = new URL(publicUrl);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: "de",
      additionalLanguages: [{ languageTag: "en", file: "en.json" }],
    },
    developer: {
      name: texts.developer,
      websiteUrl: `${publicUrl}/`,
      privacyUrl: `${publicUrl}/datenschutz`,
      termsOfUseUrl: `${publicUrl}/nutzung`,
    },
    name: { short: texts.name, full: texts.fullName },
    description: { short: texts.short, full: texts.full },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#0F5C63",
    bots: [
      {
        botId: appId,
        scopes: ["personal", "team", "groupChat"],
        isNotificationOnly: false,
        supportsFiles: true,
        commandLists: [
          {
            scopes: ["personal"],
            commands: [
              ...[help, newCase, myCases, agenda, overdue].map(basic),
              ...texts.starters.map(([title, prompt]) => ({ title, type: "prompt", prompt })),
            ],
          },
          { scopes: ["team", "groupChat"], commands: [help, office].map(basic) },
        ],
      },
    ],
    staticTabs: [
      {
        entityId: "day",
        name: texts.tab,
        contentUrl: `${publicUrl}/tab/`,
        scopes: ["personal", "groupChat"],
        context: ["personalTab", "meetingSidePanel"],
      },
      { entityId: "conversations", scopes: ["personal"] },
      { entityId: "about", scopes: ["personal"] },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: "findOffice",
            type: "query",
            context: ["compose", "commandBox"],
            initialRun: false,
            title: texts.search.title,
            description: texts.search.description,
            parameters: [
              {
                name: "query",
                title: texts.search.parameter,
                description: texts.search.parameterDescription,
                inputType: "text",
              },
            ],
          },
        ],
      },
    ],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [host],
    webApplicationInfo: { id: appId, resource: `api://${host}/${appId}` },
    defaultInstallScope: "personal",
  };
}

function basic([title, description]: readonly [string, string]) {
  return { title, description, type: "basic" };
}

/** The English strings, by the path of what they replace in the manifest. */
export function englishStrings(): Record<string, string> {
  const texts: AppPackageTexts = appPackageEn;
  const { help, office, newCase, myCases, agenda, overdue } = texts.commands;
  const personal = [help, newCase, myCases, agenda, overdue];
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.Localization.schema.json`,
    "name.short": texts.name,
    "name.full": texts.fullName,
    "description.short": texts.short,
    "description.full": texts.full,
    ...commandStrings(0, personal),
    ...Object.fromEntries(
      texts.starters.map(([title], i) => [
        `bots[0].commandLists[0].commands[${personal.length + i}].title`,
        title,
      ]),
    ),
    ...commandStrings(1, [help, office]),
    "staticTabs[0].name": texts.tab,
    "composeExtensions[0].commands[0].title": texts.search.title,
    "composeExtensions[0].commands[0].description": texts.search.description,
    "composeExtensions[0].commands[0].parameters[0].title": texts.search.parameter,
    "composeExtensions[0].commands[0].parameters[0].description": texts.search.parameterDescription,
  };
}

function commandStrings(listed: number, commands: readonly (readonly [string, string])[]) {
  const entries = commands.flatMap(([title, description], i) => {
    const at = `bots[0].commandLists[${listed}].commands[${i}]`;
    return [
      [`${at}.title`, title],
      [`${at}.description`, description],
    ];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
