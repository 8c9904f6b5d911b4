package id.lindungdesa.rest;

import java.util.List;

/** A page of a list: its items, which page of which size it is (from 0), and how many items there are in all. */
public record Page<T>(List<T> items, int page, int size, long total) {

    public static <T> Page<T> of(Paging paging, List<T> items, long total) {
        return new Page<>(List.copyOf(items), paging.page(), paging.size(), total);
    }
}
