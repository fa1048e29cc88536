package planted.dibs.bot.command;

import planted.com.slack.api.bolt.App;

public record CommandThatKnowsBolt(App planted) {}
