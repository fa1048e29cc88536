package dibs.bot.platform.slack.install;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.reply.Finding;

/**
 * Looks at channels in which things are announced.
 *
 * @param team the workspace in which they have to be
 */
record Homes(SlackApi api, String team) {
    /**
     * How a channel is.
     *
     * @param from where it is named, such as {@code SLACK_CHANNEL}
     */
    Finding at(String channel, String from) {
        String it = "Slack: the channel " + channel + " of " + from;
        return switch (api.call(methods -> methods.conversationsInfo(call -> call.channel(channel)))) {
            case Sent.Done<ConversationsInfoResponse> done -> of(done.result().getChannel(), it);
            case Sent.Later<ConversationsInfoResponse> later ->
                Finding.unsure(it + " cannot be looked at now: " + later.why());
            case Sent.Refused<ConversationsInfoResponse> refused -> refused(refused.error(), it);
        };
    }

    private static Finding of(Conversation channel, String it) {
        String named = it + " (#" + channel.getName() + ")";
        if (channel.isArchived()) {
            return Finding.fault(named + " is archived, so nothing is announced there: unarchive it, or name another");
        }
        if (!channel.isMember()) {
            return Finding.fault(named + " is one that Dibs is not in: type /invite @Dibs there");
        }
        return Finding.good(named + " is there, and Dibs is in it"
                + (channel.isExtShared() ? "; people of other organisations read it too" : ""));
    }

    private Finding refused(String error, String it) {
        return switch (error) {
            case "missing_scope" ->
                Finding.unsure(it + " cannot be looked at without the scope " + Scope.CHANNELS_READ.spelling() + ", or "
                        + Scope.PRIVATE_READ.spelling() + " for a private one");
            case "channel_not_found" ->
                Finding.fault(it + " is not there, not in " + team
                        + ", or private and without Dibs: correct the id, or type /invite @Dibs there");
            default -> Finding.fault(it + " cannot be looked at (" + error + ")");
        };
    }
}
