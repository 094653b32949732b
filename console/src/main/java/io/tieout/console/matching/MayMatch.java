package io.tieout.console.matching;

import io.tieout.console.access.Person;
import io.tieout.model.decision.Role;

/// Who decides how the books are matched: those who answer for what is written, and admins.
public final class MayMatch {
    private MayMatch() {}

    public static boolean may(Person person) {
        return person.mayDecide() || person.is(Role.ADMIN);
    }

    /// Why not, for the page.
    public static String whyNot(Person person) {
        return may(person)
                ? ""
                : "Only finance, an approver or an admin decides how the books are matched; you are"
                        + " signed in as %s.".formatted(person.rolesInWords());
    }
}
