package id.lindungdesa.rest;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which part of a list is asked for: {@code ?page=0&size=50&sort=name,desc}. A controller takes it as a parameter as it
 * is; pages count from 0, hold 50 items unless asked otherwise and at most 500, and there is no end of pages.
 */
public record Paging(Integer page, Integer size, List<String> sort) {

    private static final int SIZE = 50;
    private static final int SIZE_LIMIT = 500;

    public Paging {
        page = page == null ? 0 : page;
        size = size == null ? SIZE : size;
        // one "sort=name,desc" arrives as two words, several arrive as they were written
        sort = sort == null ? List.of() : sort.stream().flatMap(words -> Stream.of(words.split(","))).toList();
        if (page < 0) {
            throw invalid("page", "PAGE_INVALID", "Nomor halaman dimulai dari 0.");
        }
        if (size < 1 || size > SIZE_LIMIT) {
            throw invalid("size", "PAGE_SIZE_INVALID", "Ukuran halaman antara 1 dan %d.".formatted(SIZE_LIMIT));
        }
    }

    public int limit() {
        return size;
    }

    public long offset() {
        return (long) page * size;
    }

    /**
     * The order as SQL, made of the given columns only. Several orders may be asked for; the unique column at the end
     * keeps pages from overlapping.
     *
     * @param columns what may be sorted by: the name in the URL and the SQL for it
     * @param unique a unique column, the order where none is asked for
     */
    public String orderBy(Map<String, String> columns, String unique) {
        List<String> order = new ArrayList<>();
        for (String word : sort) {
            boolean direction = word.equalsIgnoreCase("asc") || word.equalsIgnoreCase("desc");
            if (direction && !order.isEmpty()) {
                order.set(order.size() - 1, order.get(order.size() - 1) + " " + word.toLowerCase());
            } else if (columns.containsKey(word)) {
                order.add(columns.get(word));
            } else {
                throw invalid("sort", "SORT_UNKNOWN", "Daftar ini dapat diurutkan menurut: %s."
                        .formatted(String.join(", ", columns.keySet().stream().sorted().toList())));
            }
        }
        order.add(unique);
        return String.join(", ", order);
    }

    private static Refusal invalid(String field, String code, String message) {
        return Refusal.invalid(code, message, List.of(Finding.at(null, field, code, message)));
    }
}
