/**
 * Names that fill the slots of texts.jsonl. Written before the detector's own lists and kept apart from
 * them, rarer names included, so that what is measured is not what was listed. No entry is a person:
 * given name and surname meet only at test time, drawn at random across all origins.
 *
 * The two parts of the corpus draw from different halves (see fill.ts), so a name seen while tuning is
 * never one that the held-out part is measured with.
 */
export const FILL_GIVEN_NAMES: readonly string[] = `
Abdulrahman Nour Yazan Rasha Khaled Marwa Anas Lubna Suhaib Rama Mahmoud Hala Ghassan Batoul Wassim Nisrin
Mustafa Sidra Bilal Asmaa Tariq Ruqaya Zakaria Ghada Haitham Maysa Firas Thuraya Louay Hanin Qusay Duaa
Baraa Shahd Obaida Rimas Saif Taim Mouaz Kinan Nawal Samar Widad Ibtisam Abdelkader Rachida Younes Naima
Soufiane Khadija Brahim Zineb Redouane Ikram Hicham Loubna Mehmet Elif Emre Zeynep Hasan Ayşe Hüseyin Hatice
Yusuf Merve Murat Büşra Oğuz Gülsüm Serkan Nurcan Çağlar Şule Tuncay Songül Berfin Rojin Azad Dilan Welat
Zozan Serhat Newroz Rojda Hêlîn Sherko Avin Diyar Nasrin Oleksandr Olena Dmytro Iryna Serhii Oksana Andrii
Tetiana Bohdan Kateryna Mykola Liudmyla Vitalii Nadiia Taras Solomiia Yevhen Valentyna Artem Zlata Sergej
Swetlana Wladimir Ljudmila Igor Galina Alexej Tamara Reza Maryam Mohsen Zahra Hossein Fatemeh Farhad Parisa
Babak Shirin Navid Nilufar Mojtaba Setareh Ehsan Golnaz Zabihullah Farida Najibullah Shabnam Hamidullah Latifa
Nasir Freshta Ahmadshah Zarmina Wahidullah Palwasha Gul Mohammadullah Parwana Ezatullah Spozhmai Tesfay
Selam Yohannes Mihret Filmon Luwam Habtom Rahwa Mebrahtu Senait Berhane Feven Kibrom Saba Amanuel Winta
Zerai Almaz Getachew Tigist Bekele Hirut Dawit Meseret Abdi Hodan Farah Ayaan Mohamud Hibo Liban Sahra Guled
Fadumo Cabdullahi Ifrah Mamadou Aissatou Ousmane Fatoumata Ibrahima Mariama Alpha Kadiatou Boubacar Hawa
Kwame Abena Kofi Akosua Chinedu Ngozi Emeka Chioma Osagie Blessing Tunde Folake Lamin Isatou Ebrima Binta
Moussa Aminata Seydou Djeneba Jean-Pierre Solange Arben Vjosa Besnik Drita Shpend Arta Dragan Snežana Goran
Mirjana Zoran Vesna Nenad Jelena Miroslav Fikreta Senad Amra Blerim Teuta Ionuț Mihaela Florin Elena Vasile
Gabriela Costel Lăcrămioara Marius Alina Nicolae Georgiana Krzysztof Agnieszka Tomasz Małgorzata Paweł Katarzyna
Zbigniew Bożena Grzegorz Ewa Georgi Desislava Plamen Radka Dimitar Jose Luz Carlos Marisol Juan Yolanda João
Conceição Rui Thaís Minh Thuy Tuan Huong Quang Phuong Duc Lan Wei Xiaoling Jun Yan Hao Priya Rajesh Sunita
Harpreet Muhammad Ayesha Imran Shazia Rubina Nasreen Shafiqul Tahmina Kumar Levan Nino Armen Anahit Zurab Ketevan
Ramzan Zarema Aslan Petimat Hans-Peter Ursula Manfred Ingrid Wolfgang Renate Jürgen Brigitte Stefan Andrea
Thomas Sabine Michael Susanne Christian Nicole Daniel Stefanie Markus Julia Lukas Hannah Leon Emma Finn Lena
Ben Charlotte Paul Mila Elias Frieda Heinz Gisela Karl-Heinz Hildegard Uwe Petra Ralf Claudia Torsten Kerstin
Giuseppe Rosaria Antonio Carmela Dimitrios Eleni Konstantinos Vasiliki Zsolt Ildikó Péter Márta Rita Jonas
`
  .trim()
  .split(/\s+/);

export const FILL_SURNAMES: readonly string[] = `
Alhariri Kassem Zidan Shaker Halabi Issa Barakat Najjar Sabbagh Khoury Darwish Hamdan Othman Rifai Jaber Mansour
Tlass Alkhatib Abdulhamid Shehadeh Alomar Ismail Sulaiman Qasim Alrawi Aljabouri Hussein Albayati Kadhim Mahdi
Saadi Bouzid Benali Chaoui Amrani Haddadi Belkacem Zerrouki Trabelsi Oueslati Yıldız Demirci Aydın Korkmaz Polat
Taş Güneş Keskin Erdoğan Kurt Şimşek Bozkurt Karataş Tunç Ünal Altıntaş Sağlam Akyüz Barzani Sindi Zebari Kobani
Dersim Haco Mirza Shevchenko Bondarenko Kravchuk Tkachenko Melnyk Rudenko Savchenko Lysenko Polishchuk Hrytsenko
Marchuk Petrenko Vasylenko Zinchenko Iwanowa Smirnow Kusnezow Sokolowa Nowikow Fjodorow Rezaei Hosseini Karimi
Moradi Jafari Sadeghi Ebrahimi Tavakoli Shirazi Noorzai Rahimi Stanekzai Popal Safi Hotak Yousufzai Sultani
Nazari Amiri Haidari Wardak Sherzad Gebremedhin Tekle Woldu Haile Ghebreyesus Tesfamariam Abraha Habte Kidane
Berhe Okubay Zemichael Tadesse Alemu Worku Kebede Warsame Abdullahi Jama Nur Mohamud Elmi Gedi Diallo Barry Bah
Camara Sylla Touré Keïta Condé Traoré Coulibaly Sow Jallow Ceesay Touray Mensah Owusu Boateng Asante Okafor
Eze Nwosu Okonkwo Igbinedion Osazuwa Adeyemi Balogun Ngono Mbappe Kamdem Tshibanda Ilunga Kabongo Berisha
Krasniqi Gashi Hoxha Shala Bytyqi Rexhepi Jovanović Petrović Nikolić Marković Stojanović Hadžić Begić Mujić
Halilović Ahmetović Popescu Ionescu Radu Dumitru Stan Munteanu Ciobanu Lăcătuș Covaci Kowalczyk Wiśniewski Zieliński
Szymański Wójcik Woźniak Mazur Krawczyk Piotrowski Dimitrov Georgiev Todorova Asenov García Fernández Rodríguez
Herrera Silva Oliveira Pereira Ferreira Nguyen Tran Pham Hoang Bui Li Wang Zhang Liu Chen Singh Sharma Patel
Khan Hussain Malik Chowdhury Rahman Begum Kvaratskhelia Beridze Hakobyan Petrosyan Kadyrow Magomadow Müller
Schmitz Meyer Becker Hoffmann Schulz Krämer Neumann Zimmermann Braun Hartmann Lange Krause Lehmann Köhler Herrmann
Huppertz Offermanns Jansen Kreutz Mertens Nießen Plum Ortmanns Breuer Lennartz Kever Savelsberg Wolf Koch Bauer
Richter Klein Schwarz König Jung Sommer Winter Vogel Roth Lang Weiß Kaiser Peters Scholz Franke Graf Engel
Papadopoulos Georgiou Russo Esposito Ricci Greco Nagy Horváth Szabó Lakatos Dubois Lefebvre Rossi Martin
Ahmadzai Abdulkarim Tesfalidet Gholami Zurmati Kolesnyk Yavuz Sarıkaya Balde Ouedraogo Haxhiu Mehmeti Zejnullahu
`
  .trim()
  .split(/\s+/);

/** Streets as they occur everywhere; the numbers are drawn at test time. */
export const FILL_STREETS = {
  one: "Lindenstraße Gartenstraße Bahnhofstraße Mühlenweg Rosenallee Kirchgasse Ahornweg Talstraße Wiesenweg Bergstraße Schulstraße Eichenallee Hochstraße Burgstraße Waldstraße Ringstraße Jakobstraße Grachtstraße Steinweg Weiherstraße Dammstraße Neustraße Röntgenstraße Grabenstraße Peterstraße".split(
    " ",
  ),
  two: "Jülicher_Straße Aachener_Straße Alte_Gasse Eschweiler_Straße Kölner_Straße Lange_Straße Trierer_Straße Dürener_Straße Roermonder_Straße Friedrich-Ebert-Straße Konrad-Adenauer-Allee Hans-Böckler-Straße Indestraße Langwahn_Straße Willy-Brandt-Ring Obere_Straße"
    .split(" ")
    .map((street) => street.replace("_", " ")),
  preposition:
    "Am_Markt Am_Kirchplatz An_der_Mühle Im_Winkel Auf_der_Heide Zum_Hof In_den_Benden Am_Bahnhof Am_Weiher Auf_dem_Driesch Im_Grüntal An_der_Kapelle"
      .split(" ")
      .map((street) => street.replaceAll("_", " ")),
} as const;
