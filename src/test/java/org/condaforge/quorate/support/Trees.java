package org.condaforge.quorate.support;

import java.util.List;

/// Names for people.
public final class Trees {

    private static final List<String> NAMES = List.of(
            "Alder",
            "Ash",
            "Aspen",
            "Beech",
            "Birch",
            "Cedar",
            "Cherry",
            "Chestnut",
            "Cypress",
            "Dogwood",
            "Elder",
            "Elm",
            "Fir",
            "Ginkgo",
            "Hawthorn",
            "Hazel",
            "Hemlock",
            "Hickory",
            "Holly",
            "Hornbeam",
            "Juniper",
            "Larch",
            "Laurel",
            "Linden",
            "Magnolia",
            "Maple",
            "Mulberry",
            "Myrtle",
            "Oak",
            "Olive",
            "Pear",
            "Pine",
            "Plane",
            "Plum",
            "Poplar",
            "Quince",
            "Redwood",
            "Rowan",
            "Sequoia",
            "Spruce",
            "Sycamore",
            "Tamarack",
            "Teak",
            "Tupelo",
            "Walnut",
            "Willow",
            "Yew",
            "Zelkova");

    private Trees() {}

    /// The login of the tree with that number from 0: `alder`, ..., `zelkova`, `alder-2`, ...
    public static String login(int number) {
        return name(number).toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /// The name of the tree with that number from 0: `Alder`, ..., `Zelkova`, `Alder 2`, ...
    public static String name(int number) {
        String tree = NAMES.get(number % NAMES.size());
        int grove = number / NAMES.size() + 1;
        return grove == 1 ? tree : tree + " " + grove;
    }
}
