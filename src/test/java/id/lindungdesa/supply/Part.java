package id.lindungdesa.supply;

import org.apache.maven.artifact.versioning.ComparableVersion;

/** A thing that we ship, by an ecosystem's own name: {@code maven:group:artifact}, {@code npm:name}, {@code postgresql:server}. */
record Part(String name, String version) {

    boolean named(String pattern) {
        return pattern.endsWith("*") ? name.startsWith(pattern.substring(0, pattern.length() - 1)) : name.equals(pattern);
    }

    /** As Maven compares: 1.10 is after 1.9, a release candidate is before its release. */
    int comparedTo(String other) {
        return new ComparableVersion(version).compareTo(new ComparableVersion(other));
    }
}
