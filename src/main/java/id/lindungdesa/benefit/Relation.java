package id.lindungdesa.benefit;

/** What somebody was to the deceased. */
public enum Relation {
    SPOUSE("Istri/suami"), CHILD("Anak"), PARENT("Orang tua"), GRANDPARENT("Kakek/nenek"), GRANDCHILD("Cucu"),
    SIBLING("Saudara kandung"), PARENT_IN_LAW("Mertua"), WILL("Penerima wasiat"),
    FUNERAL_ORGANISER("Penyelenggara pemakaman"), EX_SPOUSE("Mantan istri/suami");

    private final String label;

    Relation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
