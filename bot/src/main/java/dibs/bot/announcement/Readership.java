package dibs.bot.announcement;

import dibs.backend.announcement.Home;

/**
 * Who is told: a home, and what may be said there.
 *
 * @param outsiders whether people of other organisations read along: then it is name, holder and end, and nothing else
 * @param interest which environments it wants to hear of
 */
record Readership(Home home, boolean outsiders, Interest interest) {}
