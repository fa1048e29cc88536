// An app on Slack's own framework, told over HTTP: it checks every signature itself. Ends with its input.
const { App, LogLevel } = require('@slack/bolt');

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

const input = {
  type: 'input',
  block_id: 'purpose',
  label: { type: 'plain_text', text: 'Purpose' },
  element: { type: 'plain_text_input', action_id: 'text' },
};
const modal = {
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'Claim' },
  submit: { type: 'plain_text', text: 'Claim' },
  blocks: [input],
};
const button = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'unclaim', text: { type: 'plain_text', text: 'Unclaim' }, value: 'L1' }],
};

app.command('/claim', async ({ command, ack, respond, client }) => {
  await ack();
  if (command.text) {
    await respond({ response_type: 'in_channel', text: `granted ${command.text}`, blocks: [button] });
  } else {
    await client.views.open({ trigger_id: command.trigger_id, view: modal });
  }
});
app.action('unclaim', async ({ action, ack, respond }) => {
  await ack();
  await respond({ replace_original: true, text: `released ${action.value}` });
});
app.view('form', async ({ ack, view }) => {
  const purpose = view.state.values.purpose.text.value;
  await ack(purpose === 'x' ? { response_action: 'errors', errors: { purpose: 'too short' } } : undefined);
});
app.event('app_mention', async ({ event, say }) => {
  await say({ text: `heard ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
});
app.event('app_home_opened', async ({ event, client }) => {
  await client.views.publish({
    user_id: event.user,
    view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'nothing held' } }] },
  });
});
app.shortcut('ask', async ({ shortcut, ack, client }) => {
  await ack();
  await client.chat.postMessage({ channel: shortcut.channel.id, thread_ts: shortcut.message.ts, text: 'asked' });
});

app.start(0).then((server) => console.log(JSON.stringify({ name: 'listening', port: server.address().port })));
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
