package dibs.bot.time;

/** Why words about time have no meaning; each says what to do instead. */
public enum Fault {
    TOO_SHORT("the shortest time is one minute"),
    TOO_LONG("that is longer than ten years"),
    NO_SUCH_TIME("there is no such time of day: write 17:00 or 5pm"),
    NO_SUCH_DATE("there is no such date"),
    AMBIGUOUS_DATE("that date can be read in two ways: write 2026-11-27 or 27 nov"),
    NO_SUCH_DAY("there is no such day: write mon-fri or mon,wed,fri"),
    HOURS_BACKWARDS("working hours end after they begin, on the same day: write 9-17"),
    NO_SUCH_WEEKS("it comes again within eight weeks: write every 2 weeks"),
    NO_HOURS("those are no working hours: write 9-17 mon-fri"),
    AMBIGUOUS_ZONE("those letters stand for several zones: name a city"),
    UNKNOWN_ZONE("there is no such time zone: write Europe/Berlin, a city, UTC or +02:00");

    private final String advice;

    Fault(String advice) {
        this.advice = advice;
    }

    /** What is wrong and what to write instead: a clause in lower case, without a full stop. */
    public String advice() {
        return advice;
    }
}
