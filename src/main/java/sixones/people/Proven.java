package sixones.people;

/** Somebody who has shown that they are who they say, and what they have to do first. */
public record Proven(Person person, Duty duty) {}
