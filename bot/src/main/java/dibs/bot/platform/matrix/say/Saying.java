package dibs.bot.platform.matrix.say;

import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.Account;
import dibs.backend.person.Directory;
import dibs.backend.person.PersonId;
import dibs.bot.command.Answer;
import dibs.bot.command.NoticeWords;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.say.Spans.Style;
import dibs.bot.reply.Action;
import dibs.bot.reply.Block;
import dibs.bot.reply.ForOutsiders;
import dibs.bot.reply.NextSteps;
import dibs.bot.reply.Reader;
import dibs.bot.reply.View;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts into words of Matrix what Dibs says there. The plain body is always complete; whoever is mentioned is named by the caller, so
 * no typed text tells anybody.
 */
public final class Saying {
    private final Directory directory;

    /** @param directory knows on whose clocks moments are named */
    public Saying(Directory directory) {
        this.directory = directory;
    }

    /**
     * An answer. One to a single person or to members has the notices before it that are handed out with it; before anybody's
     * eyes there are none, nor anything to press, and only what outsiders may hear.
     *
     * @param mentioned who is told that it is there
     * @param to what it answers
     * @return one message after the other, at least one; of several the last has the reactions, and the first the mentions
     */
    public List<Said> answer(Answer answer, Hearers hearers, Collection<UserId> mentioned, Optional<Relation> to) {
        boolean outsiders = hearers == Hearers.ANYBODY;
        Style style = style(answer.reader().as(view(answer, hearers)), hearers);
        List<Block> blocks = new ArrayList<>();
        if (outsiders) {
            blocks.addAll(ForOutsiders.of(answer.reply()));
        } else {
            blocks.addAll(answer.notices());
            blocks.addAll(answer.reply().blocks());
        }
        List<Action> actions = outsiders ? List.of() : NextSteps.of(answer.reply());
        return said(Contents.NOTICE, blocks, actions, style, mentioned, to);
    }

    /** Whether the answer's notices stand in what {@link #answer} makes of it, so that they count as said once it is. */
    public static boolean saysNotices(Hearers hearers) {
        return hearers != Hearers.ANYBODY;
    }

    /**
     * Words of Dibs' own, such as why it does not answer.
     *
     * @param reader whose zone counts
     * @param actions what may be pressed
     */
    public List<Said> words(
            List<Block> blocks, List<Action> actions, Reader reader, Hearers hearers, Optional<Relation> to) {
        return said(Contents.NOTICE, blocks, actions, style(reader, hearers), List.of(), to);
    }

    /**
     * What a person is told in a direct room. It is a text and no notice: by the rules that every account begins with, a
     * notice never notifies anybody, whomever it mentions.
     */
    public List<Said> parcel(Parcel parcel, Recipient to, UserId user) {
        Style style = style(new Reader(to.zone(), to.now(), View.MEMBERS), Hearers.ONE);
        List<Action> actions = NextSteps.of(parcel);
        return said(Contents.TEXT, NoticeWords.of(parcel), actions, style, List.of(user), Optional.empty());
    }

    /** The same as what takes the place of what the person was told as that event; with nothing to press that is over. */
    public ObjectNode edited(Parcel parcel, Recipient to, String event) {
        Style style = style(new Reader(to.zone(), to.now(), View.MEMBERS), Hearers.ONE);
        List<Action> actions = NextSteps.of(parcel);
        List<Row> rows = new ArrayList<>(Row.of(NoticeWords.of(parcel), style));
        Legend.of(actions, Reaction.of(actions), style).ifPresent(rows::add);
        return Contents.instead(Page.first(rows), event);
    }

    /** An announcement, which is one message whatever its length. */
    public ObjectNode post(List<Block> blocks, Reader reader) {
        return post(blocks, reader, Optional.empty());
    }

    /** The same in a thread. */
    public ObjectNode post(List<Block> blocks, Reader reader, Optional<Relation> to) {
        return Contents.of(Contents.NOTICE, announced(blocks, reader), List.of(), to);
    }

    /** The same as what takes the place of an announcement that stands there. */
    public ObjectNode edit(List<Block> blocks, Reader reader, String event) {
        return Contents.instead(announced(blocks, reader), event);
    }

    private static Page announced(List<Block> blocks, Reader reader) {
        Times times = new Times.OnOneClock(reader.now(), reader.zone());
        Style style = new Style(reader.view(), Hearers.MEMBERS, times, person -> Optional.empty());
        return Page.first(Row.of(blocks, style));
    }

    private static View view(Answer answer, Hearers hearers) {
        return switch (hearers) {
            case ONE -> answer.reader().view();
            case MEMBERS -> View.MEMBERS;
            case ANYBODY -> View.OUTSIDERS;
        };
    }

    private Style style(Reader reader, Hearers hearers) {
        Times times = new Times.FromNow(reader.now(), List.of(reader.zone()));
        return new Style(reader.view(), hearers, times, zones());
    }

    /** The zones of people who are named, each looked up once. */
    private Function<PersonId, Optional<ZoneId>> zones() {
        Map<PersonId, Optional<ZoneId>> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, this::zone);
    }

    private Optional<ZoneId> zone(PersonId id) {
        return directory
                .find(id)
                .flatMap(person -> person.zone()
                        .or(() -> person.accounts().stream()
                                .map(Account::zone)
                                .flatMap(Optional::stream)
                                .findFirst()));
    }

    private static List<Said> said(
            String type,
            List<Block> blocks,
            List<Action> actions,
            Style style,
            Collection<UserId> mentioned,
            Optional<Relation> to) {
        List<Reaction> reactions = Reaction.of(actions);
        List<Row> rows = new ArrayList<>(Row.of(blocks, style));
        Legend.of(actions, reactions, style).ifPresent(rows::add);
        List<Page> pages = Page.of(rows);
        List<Said> said = new ArrayList<>();
        for (Page page : pages) {
            Collection<UserId> told = said.isEmpty() ? mentioned : List.of();
            boolean last = said.size() == pages.size() - 1;
            said.add(new Said(Contents.of(type, page, told, to), last ? reactions : List.of()));
        }
        return said;
    }
}
