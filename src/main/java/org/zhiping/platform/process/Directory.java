package org.zhiping.platform.process;

import java.util.List;
import java.util.Optional;

/** The people and roles that the engine and its web apps know; the identity feature provides them. */
public interface Directory {

    record Person(String id, String name) {
    }

    Optional<Person> person(String id);

    /** Staff only: an applicant is no user of the engine. */
    List<Person> people();

    /** All role ids that staff may have. */
    List<String> roles();

    /** What people call a role, for the web apps. */
    String roleName(String role);

    /** In which role a step is done whose person is chosen, so that it is offered to no role; empty where that is not known. */
    Optional<String> roleOf(String step);

    /** Role ids of a staff member; empty for anybody else. */
    List<String> roles(String personId);

    List<Person> peopleWith(String role);

    /** True when the password is right and the account may sign in. */
    boolean authenticate(String personId, String password);
}
