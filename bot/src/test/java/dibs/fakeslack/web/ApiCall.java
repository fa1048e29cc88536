package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Refusal;
import dibs.fakeslack.workspace.Team;
import dibs.fakeslack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that passed the door.
 *
 * @param arguments without the token
 */
record ApiCall(Workspace workspace, Team team, Tokens tokens, ObjectNode arguments) {
    /** A method of the Web API: arguments in, the answer's fields out. */
    @FunctionalInterface
    interface Method {
        ObjectNode answer(ApiCall call) throws Refusal;
    }

    String text(String name) {
        return Json.text(arguments, name);
    }

    /** A text that has to be there. */
    String needed(String name) throws Refusal {
        String value = text(name);
        if (value.isEmpty()) {
            throw new Refusal("invalid_arguments", List.of("[ERROR] missing required field: " + name));
        }
        return value;
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    boolean flag(String name) {
        return text(name).equals("true") || text(name).equals("1");
    }

    JsonNode json(String name) {
        return arguments.path(name);
    }

    /** A conversation that the bot may know of. */
    Conversation channel() throws Refusal {
        Conversation channel = workspace
                .conversation(text("channel"))
                .filter(one -> one.teamId().equals(team.id()))
                .orElseThrow(() -> new Refusal("channel_not_found"));
        if (channel.kind() == Conversation.Kind.PRIVATE && !isIn(channel)) {
            throw new Refusal("channel_not_found");
        }
        return channel;
    }

    boolean isIn(Conversation channel) {
        return channel.members().contains(team.botUserId());
    }

    /** A message of the channel that everybody there can see. */
    Message message(Conversation channel, String ts) throws Refusal {
        return channel.message(ts)
                .filter(message -> message.onlyTo() == null)
                .orElseThrow(() -> new Refusal("message_not_found"));
    }

    /** The part of a list that this call asks for; its cursor goes into the answer. */
    void page(ObjectNode answer, String field, List<? extends JsonNode> all, int usual) throws Refusal {
        int limit = number("limit", usual);
        int from = number(text("cursor").replace("next:", ""), 0, "invalid_cursor");
        if (limit < 1 || limit > 1000) {
            throw new Refusal("invalid_limit");
        }
        int to = Math.min(all.size(), from + limit);
        ArrayNode list = answer.putArray(field);
        all.subList(Math.min(from, to), to).forEach(list::add);
        answer.putObject("response_metadata").put("next_cursor", to < all.size() ? "next:" + to : "");
    }

    private int number(String name, int usual) throws Refusal {
        return number(text(name), usual, "invalid_limit");
    }

    private static int number(String text, int usual, String error) throws Refusal {
        try {
            return text.isEmpty() ? usual : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new Refusal(error);
        }
    }
}
