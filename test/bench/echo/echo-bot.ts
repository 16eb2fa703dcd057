/**
 * The floor that our bot is measured against: the least bot that Bot Framework's documentation makes, with
 * nothing but a counter as its state. A process of its own; listens on PORT.
 */
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type Request,
} from "botbuilder";
import restify from "restify";

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => {
  console.error(error);
  await context.sendActivity("The bot encountered an error.");
};
const state = new ConversationState(new MemoryStorage());
const counter = state.createProperty<{ count: number }>("counter");

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  const said = await counter.get(context, { count: 0 });
  said.count += 1;
  await context.sendActivity(`${said.count}: ${context.activity.text}`);
  await next();
});

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post("/api/messages", async (request: restify.Request, response: restify.Response) => {
  await adapter.process(request as Request, response, async (context) => {
    await bot.run(context);
    await state.saveChanges(context);
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
