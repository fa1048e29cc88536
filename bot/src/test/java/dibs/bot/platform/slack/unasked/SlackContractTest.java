package dibs.bot.platform.slack.unasked;

import dibs.bot.platform.PlatformContract;
import dibs.bot.platform.PlatformKit;

/** The contract kit on Slack. */
final class SlackContractTest extends PlatformContract {
    @Override
    protected PlatformKit platform() {
        return new SlackKit();
    }
}
