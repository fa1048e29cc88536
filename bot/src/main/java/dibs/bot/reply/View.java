package dibs.bot.reply;

import dibs.backend.person.PersonId;

/** Before whose eyes an answer comes: it decides which purposes are shown. */
public sealed interface View {
    /** All in a conversation of members. */
    View MEMBERS = new Members();

    /** People from outside read along. */
    View OUTSIDERS = new Outsiders();

    /**
     * One person alone.
     *
     * @param admin whether the person has the role admin, to whom nothing is private
     */
    record Of(PersonId person, boolean admin) implements View {}

    /** See {@link View#MEMBERS}. */
    record Members() implements View {}

    /** See {@link View#OUTSIDERS}. */
    record Outsiders() implements View {}
}
