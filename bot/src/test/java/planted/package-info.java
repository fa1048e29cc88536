/** Violations planted for {@code LayersTest}: each class here breaks a rule, or stands by to be known by one that does. */
package planted;
