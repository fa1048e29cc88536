package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.notice.Notice;
import dibs.backend.notice.Parcel;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.util.List;

/** Notices in words, each with what to type next. */
public final class NoticeWords {
    private NoticeWords() {}

    /** The notices of a parcel, a block each. */
    public static List<Block> of(Parcel parcel) {
        return parcel.notices().stream().map(it -> of(it.notice())).toList();
    }

    static Block of(Notice notice) {
        return Block.say(line(notice));
    }

    private static Line line(Notice notice) {
        return switch (notice) {
            case Notice.LeaseExpired it ->
                Line.of("Your lease of {} ended {}.", name(it.environment()), when(it.until()));
            case Notice.ReleasedByOther it -> Line.of("{} gave back your {}.", text(it.by()), name(it.environment()));
            case Notice.ReleaseUndone it ->
                Line.of(
                        "{} undid giving it back: your lease of {} is back, until {}.",
                        text(it.by()),
                        name(it.environment()),
                        when(it.until()));
            case Notice.HelperAdded it ->
                Line.of(
                        "{} made you a helper on {} until {}: you may extend and release it.",
                        text(it.by()),
                        name(it.environment()),
                        when(it.until()));
            case Notice.Nudged it -> nudged(it);
            case Notice.Freed it ->
                Line.of(
                        "{}, which you wait for, is free and kept for you until {}: type {}.",
                        name(it.environment()),
                        when(it.until()),
                        code("claim " + it.environment()));
            case Notice.Watched it -> watched(it);
            case Notice.NotTidied it -> notTidied(it);
            case Notice.HealthChanged it -> health(it);
            case Notice.TreeChanged it -> TreeWords.told(it);
            case Notice.ReservationNear it -> ReservationNotices.near(it);
            case Notice.ReservationBegun it -> ReservationNotices.begun(it);
            case Notice.ReservationLapsed it -> ReservationNotices.lapsed(it);
            case Notice.ReservationMissed it -> ReservationNotices.missed(it);
            case Notice.ReservationCancelled it -> ReservationNotices.cancelled(it);
            case Notice.ReservationEnded it -> ReservationNotices.ended(it);
            case Notice.WindowOver it ->
                Line.of(
                        "{} was kept for you and you did not claim it: you are out of the line. Type {} to stand in it"
                                + " again.",
                        name(it.environment()),
                        code("wait " + it.environment()));
            case Notice.NotGathered it ->
                Line.of(
                        "Not all of {} became free in time, so what was kept for you is let go and you are at the end"
                                + " of the line.",
                        name(it.environment()));
            case Notice.KeptThroughOutage it ->
                Line.of(
                        "I was away from {} until {}, and your lease of {} would have ended meanwhile ({}). It goes on"
                                + " until {}: {} for longer, or give it back with {}.",
                        when(it.from()),
                        when(it.to()),
                        name(it.environment()),
                        when(it.ended()),
                        when(it.until()),
                        code("extend " + it.environment()),
                        code("unclaim " + it.environment()));
            case Notice.Kept it ->
                Line.of("{} keeps {} until {}.", text(it.by()), name(it.environment()), when(it.until()));
            case Notice.TakeoverAsked it ->
                Line.of(
                        "{} wants to take over your {}: {}. Type {} before {}, or let it go with {}.",
                        text(it.by()),
                        name(it.environment()),
                        quote(it.reason()),
                        code("keep " + it.environment()),
                        when(it.due()),
                        code("unclaim " + it.environment()));
            case Notice.TakeoverCancelled it ->
                Line.of("{} no longer wants to take over your {}.", text(it.by()), name(it.environment()));
            case Notice.TakenOver it ->
                Line.of("{} took over {}: {}.", text(it.by()), name(it.environment()), quote(it.reason()));
            case Notice.TakeoverUndone it ->
                Line.of(
                        "{} gave {} back: it is held as before, until {}.",
                        text(it.by()),
                        name(it.environment()),
                        when(it.until()));
            case Notice.Offered it ->
                Line.of(
                        "{} offers you {} until {}: take it with {}, or decline with {}.",
                        text(it.by()),
                        name(it.environment()),
                        when(it.until()),
                        code("claim " + it.environment()),
                        code("cancel " + it.environment()));
            case Notice.OfferAccepted it ->
                Line.of("{} took {} from you as offered.", text(it.by()), name(it.environment()));
            case Notice.OfferDeclined it ->
                Line.of("{} declined {}; it stays yours.", text(it.by()), name(it.environment()));
            case Notice.OfferWithdrawn it ->
                Line.of("{} took the offer of {} back.", text(it.by()), name(it.environment()));
            case Notice.GateChanged it -> gate(it);
            case Notice.EndNears it -> HolderWords.of(it);
            case Notice.StillUsed it -> HolderWords.of(it);
            case Notice.Unanswered it -> HolderWords.of(it);
            case Notice.TroubleFound it -> trouble(it.sentence());
        };
    }

    private static Line gate(Notice.GateChanged it) {
        String concern =
                it.concern() == Notice.GateChanged.Concern.HELD ? ", which you have, is " : ", which you watch, is ";
        Line line = Line.of("{}" + concern + GateWords.state(it.state()), name(it.environment()));
        line = it.until().isPresent()
                ? line.then(Line.of(" until {}", when(it.until().get())))
                : line;
        line = it.by().isPresent() ? line.then(Line.of(", by {}", text(it.by().get()))) : line;
        line = it.reason().isPresent()
                ? line.then(Line.of("{}.", GateWords.reason(it.reason().get())))
                : line.then(Line.of("."));
        return line.then(Line.of(" A gate is a notice: it stops nobody outside Dibs."));
    }

    /** What stands between backticks is to be typed. */
    static Line trouble(String sentence) {
        String[] parts = sentence.split("`", -1);
        Line line = Line.of("");
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                line = line.then(Line.of("{}", i % 2 == 0 ? text(parts[i]) : code(parts[i])));
            }
        }
        return line;
    }

    private static Line watched(Notice.Watched it) {
        return switch (it.change()) {
            case HELD ->
                Line.of(
                        "{}, which you watch, is held by {} until {}.",
                        name(it.environment()),
                        text(it.holder()),
                        when(it.until()));
            case EXTENDED ->
                Line.of(
                        "{}, which you watch, stays with {} until {}.",
                        name(it.environment()),
                        text(it.holder()),
                        when(it.until()));
            case FREE ->
                Line.of(
                        "{}, which you watch, is free: {} has it no longer.",
                        name(it.environment()),
                        text(it.holder()));
        };
    }

    private static Line notTidied(Notice.NotTidied it) {
        Line asked = Line.of("Is {} tidied, which you had until {}?", name(it.environment()), when(it.since()));
        Line listed = it.checklist().stream()
                .map(question -> Line.of(" {}", text(question)))
                .reduce(asked, Line::then);
        Line next = it.next()
                .map(who -> listed.then(Line.of(" {} has it by now: what runs there is theirs.", text(who))))
                .orElse(listed);
        return next.then(Line.of(" Type {} once it is; I do not ask again.", code("tidied " + it.environment())));
    }

    private static Line health(Notice.HealthChanged it) {
        Line line = Line.of(
                "{}, which you watch, is {} since {}", name(it.environment()), text(it.health()), when(it.since()));
        if (it.deployed().isPresent()) {
            line = line.then(Line.of(", deployed {}", when(it.deployed().get())));
        }
        if (it.because().isPresent()) {
            line = line.then(Line.of(", because of {}", name(it.because().get())));
        }
        if (it.flapping()) {
            line = line.then(Line.of("; it changes to and fro, and you hear no more until it is quiet"));
        }
        return it.sentence().isBlank() || it.health().equals("passing")
                ? line.then(Line.of("."))
                : line.then(Line.of(": {}.", quote(it.sentence())));
    }

    private static Line nudged(Notice.Nudged it) {
        Line line = Line.of("{} would like your {}", text(it.by()), name(it.environment()));
        return it.message()
                .map(message -> line.then(Line.of(": {}.", quote(message))))
                .orElseGet(() -> line.then(Line.of(". Type {} to let it go.", code("unclaim " + it.environment()))));
    }
}
