/**
 * Given names as they are borne in Germany and among people who came here, by origin; spellings as they
 * turn up in documents. A name that is also an ordinary German word, a place or a month may stand here:
 * ordinary-words.ts and places.ts make it weak, so it needs a title or another name beside it.
 */
export const GIVEN_NAMES = `
# Arabic, Levant, Iraq, Egypt, Gulf
Aamer Abbas Abd Abdalla Abdallah Abdelaziz Abdelfattah Abdelhadi Abdelhakim Abdelhamid Abdelilah Abdelkarim
Abdelkrim Abdellah Abdellatif Abdelmajid Abdelmalek Abdelnasser Abdelrahim Abdelrahman Abdelwahab Abderrahim
Abderrahman Abdessamad Abdo Abdou Abdul Abdula Abdulaziz Abdulbari Abdulghani Abdulhadi Abdulhakim Abdulhamid
Abduljabbar Abdulkader Abdulkadir Abdulkarim Abdulla Abdullah Abdullatif Abdulmajeed Abdulmalik Abdulnasser
Abdulqader Abdulrahim Abdulrahman Abdulrazak Abdulsalam Abdulsamad Abdulwahab Abed Abir Abeer Abrar Adel Adham
Adib Adnan Afaf Afra Ahlam Ahmad Ahmed Aida Aisha Aischa Aicha Aycha Ajwad Akram Alaa Ala Alia Aliaa Aliya Ali
Amal Aman Amani Amar Amer Amina Amine Amin Amir Amira Amjad Ammar Amneh Amr Anas Anwar Aref Areej Arij Arwa
Asaad Asad Ashraf Asil Aseel Asma Asmaa Asma Assem Ata Atef Atif Awad Aya Ayah Ayham Ayman Aymen Ayoub Ayub
Ayat Aziz Aziza Azza Azzam Badr Badria Baha Bahaa Bahia Bahija Bakr Bana Baraa Barakat Bashar Baschar Bashir
Baschir Basel Basil Basem Basim Basma Bassam Bassel Bassem Batool Batoul Bayan Bilal Bouchra Bushra Buschra
Burhan Butheina Dalal Dalia Dania Daniah Dareen Darin Dawood Dawud Daoud Deema Dima Diaa Dina Diana Doaa Duaa
Eman Emad Imad Essa Esraa Israa Fadel Fadi Fadia Fadwa Fahad Fahed Fahd Fahmi Faiz Faiza Fairouz Fairuz Faisal
Faten Fatin Fatema Fatemah Fatima Fatimah Fatma Fathi Fathia Fatiha Faraj Fares Faris Farouk Faruk Fawaz Fawzi
Fawzia Fayez Feras Firas Fouad Fuad Ghada Ghadir Ghaith Ghaleb Ghalia Ghassan Ghazal Ghina Ghufran Habib Habiba
Hadeel Hadil Hadi Hadia Hafez Hafsa Haidar Haider Hajar Hajer Hakim Hakima Hala Halim Halima Hamad Hamed Hamid
Hamida Hamoud Hammoud Hamza Hamzeh Hana Hanaa Hanadi Hanan Hanane Hani Hania Hanin Haneen Hasan Hashem Haschem
Hasna Hassan Hatem Hayat Haya Haytham Haitham Hazem Hazim Heba Hiba Hebah Hicham Hisham Hischam Hind Hoda Huda
Houda Hosni Hossam Husam Hussam Hussain Hussein Husain Huseyn Hosam Ibrahim Ibraheem Ibtissam Ibtihal Idris
Ihab Ehab Ikhlas Ikram Ilham Iman Imane Imran Inaam Inas Enas Intisar Isam Issam Essam Ismael Ismail Ismaeel
Israa Jaafar Jafar Dschafar Jaber Jalal Jalila Jamal Jamil Jamila Jana Janna Jannat Jasem Jasim Jassem Jassim
Jawad Jihad Jihan Jumana Jouma Juma Jude Joud Jury Jouri Kadhim Kamal Kamil Kamel Karam Kareem Karim Karima
Kassem Kawthar Kazem Khadija Khadidja Khadra Khairi Khaled Khalid Khalida Khalil Khloud Khouloud Khulud Khawla
Kinan Kinda Kousay Lama Lamia Lamis Lana Latif Latifa Layal Layan Layla Laila Leila Leyla Leen Lina Loai Luay
Louay Loubna Lubna Lujain Lujayn Lulwa Luma Maan Maen Maha Mahdi Maher Mahir Mahmod Mahmoud Mahmud Mahmut Mai
Maisa Maissa Maya Maysaa Majd Majed Majid Majida Malak Malek Malik Malika Manal Manar Mansour Mansur Mariam
Maram Marah Mariyam Maryam Marwa Marwah Marwan Masa Massa Mayar Mayada Maysam Maysoun Mazen Mazin Mesbah
Mohamad Mohamed Mohammad Mohammed Mohamud Mohanad Mohannad Muhanad Muhannad Muhammad Muhammed Muhamed Muhammet
Mona Mouna Muna Monzer Munzer Moayad Moaz Mouaz Muaz Moataz Moustafa Mostafa Mustafa Mustapha Mouhamad Mujahid
Munir Mounir Murad Mourad Musa Mousa Moussa Mutaz Nabil Nabila Nabeel Nada Nadia Nader Nadim Nadir Nadira Nagham
Nahed Nahid Nahla Nael Nail Naila Naim Naima Naji Najat Najib Najiba Najla Najlaa Najm Najwa Narjes Nasma Nasser
Naser Nasr Nawal Nawaf Nawar Nawras Nayef Nazem Nazir Nesrin Nesrine Nisreen Nisrin Nidal Nihad Nihal Nima Nizar
Nooh Noor Nour Noura Nora Norhan Nur Nura Noureddine Nuha Obada Obaida Obeida Omaima Omar Omran Oday Uday Osama
Ossama Usama Othman Osman Uthman Qais Kais Qasem Qassem Qasim Qusai Qusay Rabab Rabee Rabia Rabie Rached Raed
Raid Rafat Raafat Rafik Rafiq Raghad Raghda Raghid Rahaf Rahma Raja Rajaa Rajab Rajeh Rakan Rama Ramadan Ramez
Rami Ramia Ramzi Rana Rand Randa Rania Rasha Rascha Rashed Raschid Rashid Rasheed Rashida Rasoul Rawan Rawda
Rayan Rayyan Razan Reda Redha Reem Rim Reham Riham Rehab Rihab Renad Riad Riyad Ridha Rima Rimas Rita Roaa Ruba
Rouba Roula Rula Ruqaia Ruqayya Rukaya Saad Sabah Saber Sabri Sabrin Sabrina Sadek Sadiq Sadeq Safa Safaa Safwan
Sahar Sahl Said Saeed Saïd Saida Sajid Sajida Salah Salahaddin Salaheddin Salam Saleem Saleh Salih Salim Salima
Salma Salman Salwa Sama Samah Samaher Samar Samer Sami Samia Samiha Samih Samir Samira Sana Sanaa Sara Sarah
Sawsan Saousan Seba Sedra Sidra Shaaban Shadi Schadi Shadia Shaher Shahd Shaima Shaimaa Chaima Shakir Sham
Sharif Scharif Sherif Shatha Shaza Shereen Shihab Siham Souad Suad Souhaila Suhaila Suhail Suha Soha Sulaiman
Suleiman Suleyman Soliman Sulafa Sultan Sumaya Sumaia Soumaya Taha Taher Tahir Tahani Taim Taima Talal Tala
Taleb Talib Tamam Tamer Tamim Tarek Tareq Tarik Tariq Taufik Tawfik Tawfiq Thaer Thair Thamer Tima Turki Wael
Wafa Wafaa Wahid Waheed Walaa Waleed Walid Ward Warda Wasim Wassim Waseem Widad Wisam Wissam Yahia Yahya Yamen
Yaman Yamin Yara Yaroub Yaser Yasser Yasir Yasin Yassin Yaseen Yassine Yasmin Yasmine Yasmina Jasmin Jasmina
Yazan Yazid Yehia Younes Younis Yunis Yunus Yosef Yousef Youssef Yusef Yousif Yusra Yosra Youssra Zahi Zahia
Zahir Zaher Zahra Zahraa Zaid Zayd Zaina Zaineb Zainab Zeinab Zaynab Zaki Zakia Zakaria Zakariya Zakarya Zaki
Zein Zeina Zena Zina Zeyad Ziad Zijad Ziyad Zuhair Zouhair Zubaida
# Maghreb
Abdelhak Abdelhafid Abdelouahed Aissa Ayoub Azeddine Azzedine Badreddine Belkacem Boualem Boubker Brahim Chafik
Chaima Chakib Cherif Djamel Djamila Driss El-Mehdi Fatima-Zahra Fouzia Ghizlane Habiba Hafida Hamdi Hanae Hassna
Hassiba Houcine Ilyas Ilyes Ismahane Jaouad Kaoutar Karima Khadija Kenza Lahcen Larbi Lhoussaine Louiza Mehdi
Meryem Meriem Miloud Mimoun Mimoune Mohcine Mokhtar Moncef Mounia Nabila Nadjia Najet Naoufal Nawel Nassim
Nassima Noureddine Oussama Othmane Ouafae Rachid Rachida Redouane Saloua Salah-Eddine Samiha Sanae Sihem Sofiane
Soufian Soufiane Soukaina Taoufik Tayeb Touria Wahiba Yacine Yacoub Yasmina Yassir Youness Zakariae Zineb Zohra
Zoubida Zouhra
# Turkish
Abdulsamet Adem Ahmet Akın Alparslan Alper Aslan Aslı Asuman Aydın Ayfer Ayhan Aykut Ayla Aylin Aynur Aysel
Aysun Ayten Ayşe Ayşegül Aysegül Azize Bahar Bahadır Barış Baris Başak Batuhan Bayram Behçet Bekir Belgin Belma
Berat Beren Berk Berkan Berkay Betül Beyza Birgül Birol Bora Buğra Buket Burak Burcu Burhan Büşra Canan Caner
Cansu Cem Cemal Cemil Cemile Cengiz Cevdet Ceyda Ceylan Çağatay Çağla Çetin Çiğdem Cigdem Davut Defne Deniz
Derya Devrim Didem Dilara Dilek Doğan Doğukan Döndü Duygu Ebru Ece Ecem Eda Efe Ekrem Elçin Elif Elvan Emel
Emine Emir Emirhan Emrah Emre Emrullah Ender Enes Engin Ercan Erdal Erdem Erdinç Erdoğan Eren Ergün Erhan Erkan
Erol Ersin Ertan Ertuğrul Esen Esin Esma Esra Eyüp Fadime Fahri Faruk Fatih Fatmanur Ferhat Feride Ferit Fevzi
Feyza Fikret Filiz Firuze Furkan Gamze Gizem Gökçe Gökhan Gönül Gül Gülay Gülcan Gülden Güler Gülhan Gülistan
Gülizar Güllü Gülnur Gülsen Gülseren Gülşen Gülten Günay Güner Güven Güzin Hacer Hakan Hakkı Haldun Halil Halime
Halit Haluk Hamdi Hamide Hamit Handan Hande Hanife Harun Hasret Hatice Havva Haydar Hayrettin Hayriye Hidayet
Hikmet Hilal Hilmi Hulusi Hülya Hüseyin Hüsnü İbrahim İdris İhsan Ihsan İlayda İlhan Ilhan İlkay Ilkay İlker
İlknur Ilknur İnci İpek Irem İrem Irfan İrfan İsa İsmail İsmet Ismet Kaan Kadir Kadriye Kamuran Kazım Kemal Kenan
Kerem Kerim Kezban Koray Korhan Köksal Kubilay Kübra Kudret Kürşat Levent Mahir Mehmed Mehmet Mehtap Melek Melih
Melike Melis Melisa Meltem Menekşe Meral Mert Merve Meryem Mesut Metehan Metin Mine Miraç Miray Muhammet Muhittin
Muhsin Muhterem Murat Musa Mustafa Mutlu Muzaffer Mücahit Müjde Müjgan Mükremin Münevver Münire Müslüm Müzeyyen
Naci Naciye Nail Nalan Nazan Nazife Nazım Nazlı Nazmiye Nebahat Necati Necla Necmettin Nermin Nesibe Neslihan Neşe
Nevin Nevzat Nihat Nilay Nilgün Nilüfer Nimet Nuray Nurcan Nurdan Nurettin Nurgül Nurhan Nuri Nuriye Nursel Nurten
Okan Okay Oktay Olcay Onur Orhan Osman Ozan Oğuz Oğuzhan Ömer Omer Özcan Özden Özer Özge Özgür Özkan Özlem Öznur
Pelin Perihan Pınar Pinar Polat Rabia Rahime Rahmi Ramazan Raziye Recep Refik Remzi Resul Reyhan Rıdvan Rıza Rukiye
Rüstem Sabahattin Sabiha Sabri Sadık Safiye Salih Samet Saniye Savaş Sebahat Seda Sedat Sefa Seher Selahattin Selçuk
Selda Selim Selin Selma Selman Semih Semiha Semra Sena Serap Sercan Serdar Serkan Serpil Sertaç Sevcan Sevda Sevgi
Sevil Sevim Sevinç Seyfettin Seyhan Sezen Sezer Sezgin Sibel Sıla Sinan Sinem Sıtkı Soner Suat Sultan Suna Süleyman
Sümeyye Süheyla Şaban Şahin Şaziye Şebnem Şenay Şener Şengül Şenol Şerife Şevket Şeyma Şükran Şükriye Şükrü Tahsin
Talat Tamer Taner Tansu Tarkan Taylan Tayfun Tayyip Tekin Temel Teoman Tolga Tuba Tuğba Tuğçe Tülay Tülin Tümay
Turan Turgay Turgut Türkan Ufuk Uğur Ugur Ulaş Ümit Ümmühan Ünal Vahit Vedat Veli Veysel Volkan Yaprak Yaren Yasemin
Yaşar Yasar Yavuz Yeliz Yeşim Yıldız Yıldıray Yılmaz Yiğit Yunus Yusuf Yüksel Zafer Zehra Zekeriya Zekiye Zeki Zeliha
Zerrin Zeynep Zübeyde Züleyha Zülfiye
# Kurdish, Yezidi, Assyrian
Agit Alan Alend Amed Amude Aram Ari Arjin Arzu Ashti Avesta Awaz Awat Aza Azad Bahoz Barzan Bawer Berfin Beritan
Berivan Bejan Beyan Birhat Brusk Ciwan Chiman Dara Darya Delal Delil Derin Dersim Dilan Dilbar Dilber Dildar Dilgesh
Dilnaz Dilovan Dilshad Dilschad Dilzar Diyar Evin Ezda Ferman Ferzan Gulan Gulistan Guli Hawar Havin Heja Hejar
Helin Heval Hevin Hêvî Hewa Hozan Jian Jiyan Jian Jîn Joan Jwan Kani Kawa Kawan Khairi Khalaf Khero Khunaf Khonaf
Koçer Lawand Lewend Lolav Mazlum Medya Mirza Mizgin Nalin Narin Nasrin Naza Nazdar Newroz Nechirvan Nesrin Nigar
Nishtiman Nubar Peri Perwin Perwîn Rebin Rebwar Reber Renas Rezan Rêzan Rewan Ristem Ronahi Rojan Rojava Rojbin
Rojda Rojhat Rojin Ronak Roni Ronya Rosin Rozerin Rubar Runak Ruken Rukan Salar Sarbast Sardar Saro Sarwar Sengal
Serbest Serdar Serhad Serhat Serxwebun Shahin Shaho Shap Shava Shavan Sherin Sherko Sherwan Shilan Shino Sidar Sipan
Sirwan Siwan Sivan Soran Soz Şêrîn Tara Viyan Viyan Welat Xalid Xece Xezal Zagros Zana Zara Zelal Zerdesht Zerya
Zilan Zînê Zozan Gabriel Isho Ninos Ninve Sargon Shamiran Yakob Sharbel
# Ukrainian
Alina Alla Anastasiia Anastasiya Anatolii Anatoliy Andrij Andrii Andriy Anhelina Anna Antonina Arsen Artem Artemii
Bohdan Bohdana Borys Daniil Danylo Daria Dariia Darya Denys Diana Dmytro Eduard Fedir Halyna Hanna Heorhii Hennadii
Hlib Hryhorii Ihor Ilia Illia Inna Iryna Ivan Ivanna Ivanka Karyna Kateryna Khrystyna Kira Kostiantyn Ksenia Kseniia
Larysa Lesia Lilia Liliia Liubov Liudmyla Ljubow Ljudmyla Lyubov Lyudmyla Maksym Maksim Marharyta Mariia Mariya Maryna
Marta Mykhailo Mychajlo Mykola Mykyta Myron Myroslav Myroslava Nadia Nadiia Natalia Nataliia Nataliya Natalka Nazar
Nazarii Nelia Nina Oksana Oleg Oleh Olena Oles Oleksandr Oleksandra Oleksii Oleksiy Olga Olha Orest Ostap Pavlo Petro
Polina Raisa Roman Rostyslav Ruslan Ruslana Semen Serhii Serhij Serhiy Snizhana Sofia Sofiia Solomiia Stanislav
Stepan Sviatoslav Svitlana Switlana Taisiia Tamara Taras Tetiana Tetjana Tetyana Tymofii Tymur Uliana Vadym Valentyn
Valentyna Valerii Valeriia Vasyl Vasylyna Vera Veronika Viacheslav Viktor Viktoriia Viktoriya Vira Vitalii Vitaliy
Vlad Vladyslav Vladyslava Volodymyr Vsevolod Yana Yaroslav Yaroslava Yehor Yelyzaveta Yeva Yevhen Yevhenii Yevheniia
Yevheniya Yulia Yuliia Yuliya Yurii Yuriy Yustyna Zakhar Zhanna Zinaida Zlata Zoia Zoya
# Russian and Russian-German
Albina Alewtina Alexej Alexei Aleksej Aleksandr Aleksandra Alexandr Alexey Aljona Alyona Anastasia Anastasija Anatoli
Anatolij Andrej Andrey Anfisa Angelina Anja Anjelika Antonina Anton Arkadi Arkadij Arseni Artjom Artyom Arthur Artur
Boris Dimitri Dmitri Dmitrij Dmitriy Dmitry Eduard Ekaterina Jekaterina Elena Jelena Yelena Jelisaweta Elisaweta
Emilia Eugen Evgenia Evgeni Evgenij Evgeny Jewgeni Jewgenij Jewgenia Faina Fjodor Fyodor Galina Gennadi Gennadij
Georgi Georgij Gleb Grigori Grigorij Igor Ilja Ilya Inga Inessa Irina Iwan Jakow Jana Jegor Julia Julija Juri Jurij
Karina Katja Kirill Klavdia Konstantin Ksenija Lara Larissa Larisa Leonid Lew Lidia Lidija Lilija Ludmila Ljuba
Ljudmila Lyudmila Maksim Maxim Margarita Marina Marija Matwej Michail Mikhail Mischa Nadeschda Nadezhda Natalja
Natalija Natascha Natasha Nikita Nikolai Nikolaj Nikolay Nonna Oleg Olesja Olesya Olja Oxana Pawel Pavel Pjotr Pyotr
Raissa Regina Rimma Robert Rodion Rostislaw Rosa Rustam Sascha Semjon Sergei Sergej Sergey Slawa Snezhana Sofija
Stanislaw Stepan Swetlana Svetlana Taisia Tamara Tanja Tatjana Tatiana Tatyana Timofej Timur Uljana Vadim Valentin
Valentina Valeri Valerij Valeria Valeriya Vasili Vasilij Vera Viktoria Vitali Vitalij Vjatscheslaw Vladimir Vladislav
Wadim Waldemar Walentina Waleri Warwara Wassili Wera Wiktor Wiktoria Witali Witalij Wjatscheslaw Wladimir Wladislaw
Wsewolod Jaroslaw Yegor Yekaterina Yevgeni Yevgeny Zinaida Soja
# Caucasus and Central Asia
Achmed Adlan Aischat Akhmed Alichan Aminat Apti Arbi Ashot Aslambek Asja Anahit Anzhela Aram Arayik Aren Arman Armen
Armine Arpine Artak Artashes Astghik Ashkhen Avtandil Bela Beslan Bislan Davit Dzhamila Elmira Elza Eka Gagik Garik Gayane
Giga Gela Gevorg Giorgi Gocha Gohar Guram Hakob Hasmik Hayk Hovhannes Hrant Irakli Isa Ilgar Islam Kakha Karapet Karen
Ketevan Khava Chawa Kheda Khatia Lale Lali Lamara Lasha Levan Levon Lia Liana Lilit Luiza Lusine Madina Magomed Maia Maka
Makka Malika Mamuka Manana Mane Mariami Marika Markha Maka Medea Mher Milana Murad Narek Natela Natia Nana Nino Nodar
Nona Nune Nutsa Otar Patimat Petimat Ramsan Ramzan Raisa Rasul Razet Revaz Rezo Ruben Rustam Rusudan Ruzanna Salome Salman
Sargis Satenik Selim Shamil Shota Shushan Sona Sopo Sulejman Sulim Susanna Suren Tamar Tamila Tamta Tengiz Tigran
Tornike Turpal Umar Uruzmag Vahan Vahe Vakha Vano Vardan Varduhi Visita Zarina Zarema Zaur Zaira Zurab Aigul Aibek
Aizada Askar Azamat Bakyt Bekzod Botir Dilfuza Dilnoza Erlan Farrukh Feruza Gulnara Gulnora Jamshid Jasur Kanat
Lola Makhmud Mukhtar Nargiza Nargis Nodira Nurlan Nursultan Oybek Rano Rustam Saida Sanjar Sardor Shahnoza Sherzod
Shukhrat Temur Ulugbek Umida Zafar Zamira Zulfiya
# Persian (Iran)
Abolfazl Afsaneh Afshin Ahura Akbar Alireza Amirhossein Amirreza Anahita Anousheh Arash Aria Armin Arman Arezoo Arezu
Arzu Asal Asghar Ashkan Atefeh Atousa Azadeh Azar Azita Babak Bahador Bahareh Bahman Bahram Behdad Behnam Behnaz
Behrang Behrouz Behrooz Behzad Bijan Bita Borzoo Dariush Daryush Darius Davood Delaram Ebrahim Ehsan Elaheh Elham Elmira
Elnaz Emad Ensieh Erfan Esmaeil Esmail Fahimeh Farah Faranak Farbod Fardin Fareed Farhad Fariba Faride Farnaz Farshad
Farshid Farzad Farzaneh Farzin Fatemeh Fereshteh Fereydoun Firouzeh Forough Foad Ghazaleh Ghodrat Gholam Gholamreza
Golnar Golnaz Golshan Haleh Hamed Hamidreza Hamideh Haniyeh Hassan Hediyeh Hengameh Hessam Homa Homayoun Hooman Houman
Hormoz Hossein Iman Iradj Iraj Jahangir Jaleh Jalil Jamshid Javad Kamran Kamyar Kaveh Kazem Keyvan Khashayar Khosrow
Kian Kiana Kianoush Kimia Kobra Kourosh Kurosch Ladan Laleh Leila Leyla Mahdieh Mahdiyeh Mahin Mahnaz Mahsa Mahtab
Mahvash Majid Malihe Mandana Mani Manijeh Mansoureh Marjan Marzieh Maryam Marziyeh Masih Masoud Massoud Masoumeh Mehran
Mehrdad Mehri Mehrnaz Mehrnoosh Mehrzad Mersedeh Mina Mitra Milad Mohammadreza Mohsen Mojgan Mojtaba Mona Morteza Morvarid
Mozhgan Nader Nahid Narges Nargess Nasim Nasrin Nastaran Navid Nazanin Neda Negar Negin Niloofar Niloufar Nima Niusha
Nooshin Nushin Omid Pardis Parham Parinaz Parisa Parsa Parvaneh Parvin Parviz Pedram Payam Pegah Peyman Peiman Poorya
Pouria Pouya Puya Ramin Rasoul Reyhaneh Reza Resa Rouhollah Roya Roja Roozbeh Roxana Saba Sadegh Saeid Saeideh Saghar
Saharnaz Sahel Saman Samaneh Samin Sanaz Sara Sasan Sarina Sepehr Sepideh Setareh Shabnam Shadi Shaghayegh Shahab
Shahin Shahla Shahnaz Shahram Shahrzad Shahriar Shahrokh Shaparak Sharareh Shayan Sheida Shima Shirin Schirin Shiva
Shohreh Siamak Siavash Simin Sina Soheil Soheila Sohrab Somayeh Soraya Soudabeh Sussan Taraneh Tahereh Tina Touraj
Vahid Yasaman Yeganeh Zahra Zeinab Zhaleh Ziba Zohreh
# Afghan (Dari, Pashto)
Abdulwali Abdul-Qadir Adela Ahmadshah Ahmadzia Ajmal Akhtar Alem Aminullah Anisa Anosha Arifa Arefa Arian Ariana Arzo
Asadullah Aslam Assadullah Atiqullah Ayesha Azim Aziza Azizullah Babrak Basira Baryalai Behishta Bibi Bilqis Brishna
Dawlat Diana Edris Ehsanullah Emal Enayat Enayatullah Esmatullah Ezatullah Fahim Fahima Faisal Faizullah Farhanaz
Fariba Farid Farida Farishta Fawad Fereshta Freshta Frozan Fatana Gulalai Gulab Gulbahar Gulchehra Gulnaz Gulsoom
Habibullah Hafizullah Haji Hamasa Hameed Hamida Hamidullah Haroon Hashmat Hashmatullah Haseeb Hasib Hasiba Hedayatullah
Hekmat Hekmatullah Homaira Huma Idrees Ihsanullah Inayatullah Ismatullah Jamila Jan Jawid Jawed Javed Jawid Kamila
Karima Khaleda Khalilullah Khatera Khatira Khudadad Khyber Khushal Laila Lailuma Latif Maiwand Malalai Malali Mansoor
Marina Maroof Marzia Masood Masooma Massoud Masuda Matiullah Mehria Mina Mirwais Mir Mohibullah Mujib Mujibullah Mursal
Mustafa Nabi Nabiullah Nadia Nafisa Nahida Najeeb Najiba Najibullah Najla Naqib Naqibullah Nargis Naseer Nasima Nasir
Nasratullah Nasrullah Nazanin Nazia Nazifa Nazir Nematullah Neda Nesar Nilab Nilofar Noor Noorullah Nooria Obaid
Obaidullah Omaid Omid Palwasha Parwana Parwin Parwiz Pashtana Pekai Qadir Qais Qasim Qudsia Rabia Rafi Rafiullah
Rahela Rahim Rahima Rahimullah Rahmat Rahmatullah Ramin Raz Razia Rohullah Roqia Rokia Roshan Roya Ruhullah Sabir Sabira
Sabrina Sadaf Sadiqa Safia Safiullah Sahar Saifullah Sakina Salima Samim Samiullah Sanaullah Saliha Sayed Sayeda Seyed
Shabana Shabir Shafiq Shafiqa Shafiullah Shah Shahid Shahida Shaima Shakib Shakila Shakiba Shamsia Shamsullah Sharifa
Sharifullah Sharmila Shazia Sher Shaista Shekiba Shogofa Shukria Shokria Sima Sobhan Sohrab Soraya Spozhmai Storai Suhrab
Suraya Taher Tahera Tamana Tamanna Tamim Torpekai Wadan Wahid Wahida Wahidullah Wais Wali Waheed Yalda Yama Yasin Yosof
Zabi Zabihullah Zahir Zaher Zainab Zakia Zakir Zalmai Zaman Zarghona Zarghuna Zarifa Zarlasht Zarmina Zekria Zia Ziauddin
Zohal Zohra Zubair Zuhal
# Pakistan, India, Bangladesh, Sri Lanka, Nepal
Aamir Abida Adeel Aftab Ajay Akshay Amit Amjad Anil Anita Anjali Anjum Arif Arjun Aroosa Arshad Asha Ashok Asif Asim
Ayub Azhar Balwinder Bhavna Bilquis Deepak Deepika Devi Dinesh Faheem Faiza Farhana Farooq Farzana Fatimah Fozia Ganesh
Gaurav Geeta Gita Gurpreet Gurdeep Habiba Haroon Harjit Hina Humaira Iftikhar Ijaz Indira Iqbal Irfan Irum Jagdeep
Jasbir Jaspreet Javaid Kalpana Kamlesh Kamran Kanwal Karthik Kashif Kavita Khurram Kiran Kishore Krishna Kuldeep Lakshmi
Lakhvir Madhu Mahesh Mandeep Manjit Manoj Manpreet Meena Mehwish Mohan Mohinder Mubarak Mudassar Muneer Mushtaq Nabeela
Nadeem Naeem Nasreen Naveed Nazma Nazneen Neelam Neha Nighat Nisha Nitin Nusrat Parveen Pooja Pradeep Pramod Prakash Prasad
Praveen Preeti Qamar Qaiser Radha Rafiq Rahul Raj Rajan Rajesh Rajinder Rajiv Raju Rakesh Ram Ramesh Ranjit Ravi Rehana
Rekha Riaz Ritu Rizwan Robina Rohit Rozina Rubina Rukhsana Saba Sadia Saima Sajjad Saleem Samina Sandeep Sanjay Sanjeev
Santosh Sarfraz Saqib Seema Shabbir Shahbaz Shahzad Shaheen Shakeel Shakil Shankar Shanti Sharmin Shoaib Shweta Shyam
Simran Sita Subhash Sukhwinder Sultana Sumaira Sumit Sunil Sunita Suresh Surinder Sushma Swati Syed Tahira Tahmina
Tanveer Tanvir Tayyaba Thusitha Umair Umer Usha Usman Uzma Venkatesh Vijay Vikram Vinod Vishal Waqar Waqas Yasmeen Zafar
Zahid Zahida Zeeshan Zubeda Nirmala Prabhakaran Sivakumar Tharshini Selvi Kamala Rajeswary
# Eritrea, Ethiopia (Tigrinya, Amharic, Oromo)
Abeba Abel Aberash Abiy Abebe Abraham Abrehet Adhanom Adonay Aklilu Alem Alemayehu Alemtsehay Alganesh Almaz Amanuel
Amare Andebrhan Araya Aregash Aron Arsema Asfaw Asmeret Asmerom Aster Ataklti Ayele Azeb Azieb Bahlbi Bahta Beletu Belay
Bereket Berhan Berhane Berhe Bethlehem Betiel Biniam Binyam Birhan Birhane Birikti Biruk Brhane Bruktawit Daniat Danait
Dawit Dejen Desale Desta Efrem Eden Elsa Elilta Embafrash Ephrem Ermias Ermyas Ester Eyob Ezra Fasil Fekadu Feven Fikadu
Fikre Filimon Filmon Finan Fitsum Fiyori Freweini Freweyni Fthawi Futsum Gebre Gebremariam Gebremeskel Gebreselassie
Genet Getachew Girma Girmay Goitom Habte Habtom Hadas Hadgu Hadish Haben Hagos Hailay Haile Hailemariam Haimanot Helen
Hermela Hermon Hewan Hiwet Hiwot Hirut Isaias Isayas Kahsay Kalab Kaleb Kaleab Kebede Kibreab Kibrom Kidane Kidist
Kidusan Kiros Kisanet Kokob Lemlem Letebrhan Letina Lidya Lemma Luam Luwam Makda Mahder Mahlet Medhanie Mebrahtom Mebrahtu
Mehari Mehret Mekdes Meron Meseret Mesfin Mewael Meaza Michiele Mihret Mikal Mikiele Milion Million Milkias Mulu
Mulugeta Mulubrhan Mussie Nahom Natnael Nebiat Nebay Negash Negassi Netsanet Nigisti Noh Okubay Robel Rahel Rahwa Redae
Rigat Rigbe Robera Ruta Saba Salem Samson Samrawit Samuel Samuiel Sara Selam Selamawit Semere Semhar Semira Senait
Senayt Sennait Shewit Sied Simret Sisay Solyana Solomon Sosuna Tadesse Tarik Tedros Teame Tecle Teklay Tekle Teklit
Temesgen Teodros Tesfa Tesfalem Tesfamariam Tesfay Tesfaye Tesfazghi Teshome Tewelde Tigist Tiblez Tirhas Tsega Tsegay
Tsegereda Tsehay Tsehaye Tsige Wegahta Winta Woldu Yafet Yemane Yirga Yirgalem Yodit Yohana Yohanes Yohannes Yonas
Yonatan Yordanos Yosief Yosiyas Zaid Zebib Zekarias Zerai Zeray Zewdi Abdisa Bekele Chala Chaltu Dereje Fatuma Gemechu
Hawi Jemal Lalise Lelisa Megersa Merga Mulatu Nuredin Obse Tolera
# Somali, Sudanese, Djibouti
Abdi Abdifatah Abdifitah Abdihakim Abdikadir Abdikarim Abdinasir Abdinur Abdiqani Abdirahim Abdirahman Abdirashid
Abdirisaq Abdirizak Abdisalam Abdishakur Abdiwahab Abdiweli Abshir Aden Adan Ahlaam Amal Anab Anisa Asad Asha Asho Awale
Awo Ayaan Ayan Bashiir Bile Bishaaro Caasha Cabdi Cali Canab Dahabo Deeqa Deqa Dahir Deka Egal Faadumo Fadumo Faduma
Fardowsa Fardus Farhan Farhia Farhiya Farxiya Fawsiya Filsan Fowzia Fowsiya Fuad Guled Guuleed Habon Halimo Hamdi Hamdia
Hani Haboon Hassan Hawa Hawo Hibaq Hibo Hinda Hodan Hodo Ibado Idil Idiris Ifrah Ilhaan Ilhan Ismahan Jamaal Jaamac Jama
Kaafi Kadra Khadra Kaltuma Kaltun Kowsar Ladan Leyla Liban Liiban Luul Mahad Maxamed Maxamuud Mohamuud Maryan Maymun Mulki
Muna Muse Mustaf Nadifa Naima Najma Nasra Nasteho Nimo Nimco Nuur Qadan Qamar Qani Rahma Ramla Roble Roda Ruqiya Ruun
Saada Sabad Sadia Safiya Sagal Sahra Salaad Salado Samatar Samira Sareedo Shaafi Shamis Shamso Shukri Sucaad Suhur Suleekho
Sundus Ubah Ugbad Umalkheyr Warsan Warsame Xaawo Xalimo Xasan Yasmiin Yahye Yonis Yuusuf Zahra Zakariye Zamzam Altayeb
Awadia Babiker Elfatih Eltayeb Fathelrahman Hafiz Hiba Igbal Ishraga Khalda Mahjoub Muzamil Nagla Omer Rihab Salah Siddig
# West and Central Africa, Horn beside
Abdoul Abdoulaye Abdourahmane Abiba Abiodun Aboubacar Aboubakar Abubakar Abosede Ada Adama Ade Adebayo Adebola Adekunle
Adeola Adjoa Adjoua Adwoa Afia Afua Agnès Agbonlahor Aissata Aissatou Aïcha Akin Akosua Akua Akwasi Alhassane Alhaji Alimatou
Alioune Alpha Alseny Ama Amadou Amara Ami Aminata Aminatou Amie Amos Angèle Anta Arafan Assane Assetou Assitan Astou Awa Ayodele
Ayomide Baba Babacar Babatunde Baboucarr Bakary Bangaly Bernadette Bineta Bintou Binta Blaise Blessing Bocar Boubacar Bubacarr
Buba Cherno Chidi Chiamaka Chidinma Chijioke Chika Chima Chinedu Chinonso Chinwe Chinyere Chioma Chukwuemeka Chukwudi Cissé
Clarisse Comfort Daouda Dauda Dieudonné Djibril Djénéba Doussou Ebere Ebenezer Ebou Ebrima Efua Ehis Ejike Ekaette Emeka Emmanuel
Ernestine Ese Esi Eunice Evelyne Fanta Fatim Fatimata Fatmata Fatou Fatoumata Favour Felicia Fidelis Florence Fode Foday Folashade
Funke Funmilayo Gaoussou Gift Gloire Godwin Grâce Hadja Hadjara Happiness Haruna Hassana Hassanatou Hawa Henriette Ibou Ibrahima Idrissa
Ify Ifeanyi Ifeoma Ijeoma Ikechukwu Ikenna Innocent Isatou Isha Issa Issiaka Issouf Itohan Iyabo Jainaba Jarra Jarai Jerreh Joséphine Joy
Kabiru Kadiatou Kadidia Kadijatou Kaba Kalidou Karamba Karamo Kebba Kehinde Kelechi Kemi Kingsley Koffi Kofi Kojo Kokou Korka Kouadio Kouamé
Kwabena Kwadwo Kwaku Kwame Kwasi Kwesi Lamin Lamine Lansana Lassana Léontine Mabinty Madina Madou Mafanta Maimouna Makan Malang Malick Mamadi
Mamadou Mamady Mame Mamie Mansata Mariama Mariame Marième Massata Mawa Mbaye Mercy Modibo Modou Modupe Mohamadou Momodou Moriba Mory
Moctar Moussa Musu Nafissatou Naby Nana Ndeye Nenneh Ngozi Nkechi Nkiru Nnamdi Nnenna Nyima Obinna Ogechi Oluwaseun Oluwaseyi Olumide
Oluwatobi Omotola Onyeka Osagie Osaro Osas Oumar Oumarou Oumou Ousmane Ousman Oury Owusu Patience Peace Precious Prosper Queen Rokhaya Rokia
Roukiatou Sadio Saikou Saidou Sainabou Salamata Salimata Salif Salifou Saliou Samba Sana Sanna Sanoussi Saran Sarjo Sekou Seydou Seynabou
Sidiki Sidy Sira Siradio Sirah Solange Sory Soriba Souleymane Sulayman Taiwo Temitope Thierno Tijan Titi Titilayo Tope Tunde Uche Uchenna
Ugochi Ugochukwu Victoire Yakubu Yacouba Yankuba Yaw Yaya Yayra Yero Yetunde Youssouf Zainabou Zeinabou Bienvenu Chantal Christelle Dorcas Fidèle
Francine Jeannette Mbuyi Mireille Nadège Ngalula Nsimba Nzuzi Pascaline Patrice Rodrigue Thérèse Tshala Uwimana Yvette Wanjiru Njeri Wambui Mwangi
Otieno Achieng Kamau Chipo Tendai Tatenda Rudo
# Albanian, Kosovo, North Macedonia
Adelina Adnora Afërdita Agim Agon Agron Albana Albin Albulena Alban Altin Arben Ardian Ardita Arian Arijeta Arlind Arta
Artan Artiola Astrit Avdi Avni Bardhyl Bashkim Bekim Besa Besarta Besart Besian Besim Besnik Blendi Blerim Blerina Blerta
Bujar Burim Dafina Dardan Diellza Donika Donjeta Dren Dritan Drilon Driton Edona Egzon Elira Elvana Emin Endrit Enver Erblin
Ermal Ermira Ervin Fadil Fatbardha Fatlinda Fatmir Fatos Ferid Fidan Fitim Fitore Flamur Flora Florentina Florim Flutra Gani
Gazmend Genc Gentian Gjergj Gresa Hajrije Hajrush Hamdi Hazbije Hysni Idriz Ilir Ilirjana Isuf Jehona Jeton Jetmir Kaltrina
Kastriot Kujtim Kushtrim Labinot Leart Lendita Leonora Leotrim Lindita Liridon Liridona Lorik Luan Lulzim Lumnije Lumturije
Mentor Merita Mevlude Mimoza Minire Mirlinda Myrvete Naim Naser Nexhat Nexhmije Osman Përparim Qamil Qendrim Qefsere Ramadan
Ramiz Rexhep Rinor Rrezarta Sabit Sadete Sanije Selvije Shaban Shefqet Shemsi Shpresa Shqipe Shkumbin Skender Sokol Shyhrete
Teuta Tringa Valbona Valdete Valdrin Valon Vjollca Vlora Xhafer Xhevahire Xhevat Yllka Zana Zef
# Bosnian, Serbian, Croatian, Macedonian, Roma families
Aida Aldin Aleksandar Aleksandra Alen Almir Almira Alma Ajla Amela Amel Ana Anita Ante Anela Armin Asja Azra Biljana Blagoje Bogdan
Bojan Bojana Boris Borislav Božidar Branislav Branka Branko Dalibor Damir Danijel Danijela Danica Darko Davor Dejan Denis Dijana Dino
Dragan Dragana Draginja Dragica Dragoslav Dražen Dubravka Duško Dušan Dušanka Dženana Dževad Edin Edina Edita Edvin Elma Elmedin Elvira Elvir
Elvis Emina Emir Enisa Ermin Esad Fahrudin Fahrija Ferdi Fikret Filip Goran Gordana Goran Gorica Hajrudin Haris Hasib Hatidža Ilija Indira
Ismeta Ivan Ivana Ivica Jadranka Jasmin Jasmina Jasminka Jasna Jelena Josip Jovan Jovana Jovanka Kata Katarina Kenan Lejla Ljiljana Ljubica
Ljubiša Ljubomir Luka Maja Marija Marijana Marko Mario Mate Mehmed Meho Melisa Memet Mersiha Mevlida Mihajlo Mila Milan Milana Mile Milena
Milica Milka Milorad Miloš Mirela Mirjana Mirko Miroslav Mirsad Mirsada Mirza Mladen Mujo Munira Mustafa Nada Nataša Nebojša Nedeljko Nedžad
Nemanja Nenad Nermin Nermina Nevena Nevenka Nihad Nikola Nikolina Nusret Ognjen Petar Predrag Radmila Radoslav Radovan Rade Radojka Ramiza Ranko
Ratko Refik Safet Sabina Sabaheta Samir Sandra Sanela Sanja Saša Sead Sejad Selma Semir Senad Senka Sladjana Slađana Slaviša Slavica Slavko
Slobodan Slobodanka Snežana Snjezana Sonja Spasoje Srđan Srdjan Stana Stanka Stevan Stipe Stojan Suada Suad Suljo Suzana Svetlana Tamara Tanja
Tihomir Tomislav Uroš Valentina Vedran Velimir Vera Verica Veselin Vesna Violeta Vladan Vlatka Vojislav Vuk Zdenka Zdravko Zeljka Željka Željko
Zehra Zijad Zlatan Zlatko Zlata Zoran Zorica Zvonimir Sebastijan Nexhmedin Ferdo Ramadani Bajram Bajrama Shpresa Zumra
# Romanian, Moldovan
Adela Adina Adriana Adrian Alexandru Alexandra Ana-Maria Anca Andreea Andrei Angela Anton Aurel Aurelia Aurica Bianca Bogdan
Camelia Carmen Cătălin Cătălina Catalina Catalin Cezar Ciprian Claudiu Constantin Constanta Corina Cornel Cornelia Cosmin Cosmina Costel
Crina Cristi Cristian Cristiana Cristina Crenguța Dan Daniela Danut Dănuț Denisa Diana Doina Doinița Dorel Dorin Dorina Dragos Dragoș
Dumitra Dumitru Ecaterina Elena Eliza Emanuel Emil Emilian Eugen Eugenia Fănica Fanel Felicia Filip Flavius Flori Floarea Florentina Florian
Florica Florin Gabi Gabriel Gheorghe Gheorghita Gica Gigi Grigore Horia Iacob Ileana Ilie Ilinca Ioan Ioana Ion Ionel Ionela Ionut Iosif Irina
Iulia Iulian Iuliana Laurențiu Laurentiu Lavinia Lenuța Lenuta Leontina Liliana Liviu Loredana Lucia Lucian Lucica Luminița Luminita Mădălin
Mădălina Madalina Magdalena Marcel Marcela Maria Mariana Marian Maricica Marilena Marin Marinela Mihai Mihail Mihaela Mircea Mirela Mioara
Monica Nelu Nicoleta Nicolae Nicu Nicușor Octavian Oana Olimpia Ovidiu Paraschiva Paula Paul Pavel Petre Petrică Petru Petruta Radu Ramona
Rareș Raluca Răzvan Razvan Remus Rodica Romeo Roxana Rozalia Sanda Sebastian Sevastian Silviu Simona Sorin Sorina Ștefan Stefania Stela Steluta
Teodor Teodora Tiberiu Toader Traian Tudor Valentin Valeriu Vali Vasile Vasilica Victor Victoria Viorel Viorica Violeta Virgil Vlad Zamfira
# Bulgarian, Macedonian
Anelia Angel Asen Atanas Biser Biserka Blagovest Bozhidar Chavdar Daniela Desislava Diana Dimitar Dimitrina Dimo Donka Elisaveta Emil Emilia
Evgeni Galina Galya Ganka Georgi Gergana Hristina Hristo Iliana Iliya Iskra Ivaylo Ivanka Ivelina Kalin Kalina Kamen Kiril Krasimir Krasimira
Lachezar Lyubomir Lyubka Margarita Mariyka Marin Martin Maya Miglena Mihail Milen Milena Mitko Momchil Nedelya Nedyalko Nevena Nikolay Ognyan
Pavlina Penka Petar Petko Petya Plamen Plamena Radka Radko Radostina Rositsa Rosen Rumen Rumyana Sasho Silvia Silviya Simeon Slavcho Snezhana
Spas Stanimir Stanka Stefka Stoyan Stoyanka Svetla Svetoslav Tanya Todor Todorka Toshko Tsvetan Tsvetana Tsvetelina Valentin Vanya Vasil
Velichko Velizar Veselin Veselina Vesela Yordan Yordanka Zdravka Zdravko Zhivka Zhivko
# Polish, Czech, Slovak, Hungarian, Baltic
Adam Adrianna Agata Agnieszka Aldona Aleksander Alicja Amelia Andrzej Aneta Anita Antoni Arkadiusz Artur Barbara Bartek Bartłomiej Bartosz
Beata Bernadeta Błażej Bogumił Bogusława Bogusław Bolesław Bożena Bronisława Celina Cezary Czesław Damian Danuta Dariusz Dawid Dominik
Dominika Dorota Edyta Elżbieta Elzbieta Emilia Ewelina Ewa Eryk Eugeniusz Filip Franciszek Gabriela Grażyna Grazyna Grzegorz Halina Hanna
Helena Henryk Honorata Hubert Ignacy Ilona Irena Iwona Izabela Jacek Jadwiga Jakub Janina Janusz Jarek Jarosław Jaroslaw Jerzy Joanna Jolanta
Józef Jozef Julian Justyna Kacper Kamil Kamila Karol Karolina Katarzyna Kasia Kazimierz Kinga Klaudia Konrad Krystian Krystyna Krzysztof
Lech Lechosław Lena Leszek Lidia Lucyna Ludwik Łukasz Lukasz Maciej Magdalena Maja Maksymilian Małgorzata Malgorzata Marcin Marek Mariola
Mariusz Marlena Marzena Mateusz Michał Michal Mieczysław Mikołaj Mirosław Monika Natalia Nikodem Norbert Oktawia Ola Oliwia Oskar Patrycja
Patryk Paulina Paweł Piotr Przemysław Radosław Rafał Rafal Renata Robert Roman Ryszard Sebastian Sławomir Slawomir Stanisław Stefania Stefan
Sylwester Sylwia Szymon Tadeusz Teresa Tomasz Tymoteusz Urszula Wacław Waldemar Wanda Weronika Wiesław Wiesława Wiktor Wiktoria Wioletta Witold
Władysław Wojciech Zbigniew Zdzisław Zenon Zofia Zuzanna Zygmunt Bohumil Božena Ctibor Dagmar Dalibor František Hana Ivana Iveta Jaroslav
Jiří Jitka Květa Ladislav Lenka Libuše Lubomír Ľubica Marcela Miloslav Milada Miloš Miroslava Ondřej Pavla Petr Radek Radim Roland Rudolf
Šárka Stanislava Štěpánka Tomáš Václav Vlasta Vojtěch Zdeněk Zuzana Ágnes Andrea Anikó Árpád Attila Balázs Béla Csaba Csilla Dezső Edit Emese
Endre Enikő Erika Erzsébet Ferenc Gábor Gergely Györgyi György Gyula Henrietta Ibolya Ildikó Ilona Imre István Istvan János Janos Jenő Jolán József
Judit Juliánna Kálmán Károly Katalin Kinga Klára Krisztián Krisztina Lajos László Laszlo Lóránt Magdolna Margit Mária Márta Mátyás Mihály Miklós
Mónika Nándor Noémi Nóra Orsolya Pál Piroska Réka Renáta Roland Rozália Sándor Sandor Szabolcs Szilvia Tamás Terézia Tibor Tímea Tünde Veronika
Vilmos Viktória Vince Zita Zoltán Zoltan Zsófia Zsolt Zsuzsanna Andris Arturs Daiga Edgars Gintaras Guntars Ieva Ilze Inese Janis Jānis Jonas
Jurgita Jūratė Kristaps Laima Lina Māris Mindaugas Mārtiņš Rasa Rimantas Saulius Sandis Tomas Valdis Vytautas Zane
# Spanish, Portuguese, Italian, Greek, French
Adolfo Adriana Aitor Alba Alberto Alejandra Alejandro Alfonso Alfredo Alicia Álvaro Amparo Ana Anabel Andrés Ángel Ángela Ángeles Antonia
Antonio Araceli Arturo Ascensión Asunción Aurelio Beatriz Begoña Belén Benito Bernardo Blanca Carla Carlos Carmen Carolina Catalina Cecilia
César Clara Claudia Concepción Consuelo Cristina Cristóbal Daniela David Diego Dolores Domingo Edgar Eduardo Elena Elisa Emilio Encarnación
Enrique Ernesto Esperanza Esteban Esther Eugenio Eva Federico Felipe Fernanda Fernando Francisca Francisco Gabriela Gerardo Gilberto Gloria
Gonzalo Graciela Gregorio Guadalupe Guillermo Gustavo Héctor Hernán Hugo Ignacio Inés Inmaculada Isabel Ismael Iván Jaime Javier Jesús Jimena
Joaquín Jorge José Josefa Josefina Juan Juana Juanita Julio Laura Leandro Leonardo Leticia Lola Lorena Lourdes Lucía Luis Luisa Luz Macarena
Magdalena Manuel Manuela Marcela Marcelo Marcos Margarita María Mariana Maribel Marisol Mario Marta Martín Mateo Matías Mauricio Mercedes
Miguel Milagros Mónica Montserrat Nancy Natalia Nicolás Nieves Noelia Norma Nuria Olga Óscar Pablo Paloma Paola Patricia Paz Pedro Pilar Rafael
Ramiro Ramón Raquel Raúl Rebeca Remedios Ricardo Roberto Rocío Rodrigo Rogelio Rosa Rosario Rubén Salvador Santiago Sara Sergio Silvia Sofía
Sol Soledad Susana Tatiana Teresa Tomás Valentina Vanesa Verónica Vicente Victoria Ximena Xiomara Yadira Yolanda Yesenia Afonso Aparecida Beatriz
Bruna Bruno Caio Célia Conceição Duarte Edson Fabiana Fabiola Fátima Filipe Flávia Geraldo Gilson Helena Heitor Inácio Iracema Jaqueline João Joana
Joaquim Jorge Josué Juliana Larissa Leandra Lucas Lúcia Luciana Luiz Luzia Manoel Márcia Márcio Marlene Mateus Maurício Miguel Nuno Paulo Paula
Raimundo Renan Renato Rita Rodrigo Rogério Rosângela Rui Sebastião Sandra Simone Tânia Thaís Thiago Tiago Vanessa Vinícius Vitor Wagner Wellington
Alessandra Alessandro Alessia Andrea Angelo Annamaria Antonella Assunta Barbara Beppe Calogero Carlo Carmela Carmelo Caterina Chiara Ciro Concetta
Cosimo Cristiano Daniele Davide Domenico Donatella Elisabetta Emanuele Enzo Ettore Fabio Fabrizio Federica Filippo Filomena Flavio Francesca
Francesco Gaetano Gennaro Giacomo Gianluca Gianni Giorgia Giorgio Giovanna Giovanni Giulia Giuliano Giuseppa Giuseppe Giuseppina Graziella Guido
Ilaria Immacolata Lorenzo Luca Lucia Luciano Luigi Luigia Maddalena Marcello Marco Margherita Mariano Massimo Matteo Mattia Maurizio Michele Nicola
Nunzia Nunzio Ornella Paola Paolo Pasquale Patrizia Piero Pietro Raffaele Raffaella Riccardo Rocco Romina Rosalia Rosanna Salvatore Santo Serena
Silvana Silvio Simona Stefania Stefano Teresa Tommaso Umberto Valeria Vincenzo Vincenza Vito Vittoria Vittorio Achilleas Aggeliki Alexandros
Alexios Anastasia Anastasios Andreas Angeliki Antonis Apostolos Aris Aristidis Athanasia Athanasios Charalampos Chrisoula Christos Dimitra Dimitrios
Dimitris Eirini Eleftheria Eleftherios Eleni Elissavet Evangelia Evangelos Evdokia Fotini Georgia Georgios Giannis Giorgos Grigorios Ioanna Ioannis
Iordanis Kalliopi Katerina Konstantina Konstantinos Kostas Kyriakos Lazaros Magdalini Maria Markos Michalis Nikolaos Nikos Olympia Panagiota
Panagiotis Paraskevi Pavlos Petros Polixeni Sofia Sotirios Sotiria Spyridon Stavroula Stavros Stylianos Thanasis Theodora Theodoros Theofilos Vasiliki
Vasilios Vassilis Zoi Adrien Agathe Alain Albane Alexis Amélie Anaïs André Annick Antoine Arnaud Audrey Aurélie Bastien Baptiste Benoît Bertrand
Brigitte Camille Cécile Céline Charlène Christophe Claire Claude Clément Corinne Cyril Damien Delphine Didier Elodie Émilie Eric Estelle Étienne
Fabien Fabienne Fabrice Florian François Françoise Frédéric Gaël Geneviève Geoffroy Gérard Ghislaine Gilles Guillaume Guy Hélène Henri Hervé Hugues
Isabelle Jacqueline Jacques Jean Jeanne Jérémie Jérôme Joël Josiane Julien Juliette Justine Karine Laurence Laurent Léa Léo Loïc Louis Louise Luc
Lucie Ludovic Madeleine Magali Manon Marcel Margaux Marguerite Marie Marie-Claire Marie-Louise Marine Marion Martine Mathieu Mathilde Maxime Mélanie
Michel Michèle Mireille Monique Muriel Nathalie Nicolas Noémie Océane Odile Olivier Pascal Patrick Philippe Pierre Quentin Raphaël Raymond Rémi Renée
Romain Sabine Sandrine Sébastien Serge Séverine Solène Sophie Stéphane Stéphanie Suzanne Sylvain Sylvie Thibault Thierry Valérie Véronique Vincent
Virginie Xavier Yann Yves Yvonne
# Vietnamese, Chinese, Thai, Filipino, Korean, Japanese, Mongolian
Anh Bao Bich Binh Chau Chi Cuong Dao Dat Diem Diep Duc Dung Duong Duy Giang Ha Hai Hang Hanh Hau Hien Hieu Hoa Hoai Hoan Hoang Hong Hue Hung Huong
Huy Huyen Khanh Khoa Kieu Lam Lan Lien Linh Loan Loc Long Ly Mai Minh My Nam Nga Ngan Nghia Ngoc Nguyet Nhan Nhi Nhu Nhung Oanh Phong Phuc Phuong
Quan Quang Quoc Quy Quyen Quynh Son Tam Tan Thanh Thao Thi Thien Thinh Tho Thoa Thu Thuan Thuong Thuy Tien Tran Trang Tri Trinh Trung Truc Truong
Tu Tuan Tung Tuyen Tuyet Uyen Van Viet Vinh Vy Xuan Yen Bin Bo Chao Cheng Chun Dan Dong Fang Fei Feng Gang Guang Gui Guo Hao He Heng Hongmei Hua
Hui Jia Jian Jiahao Jianguo Jie Jin Jing Jun Kai Lei Li Lihua Lijuan Lin Ling Lili Liang Mei Meiling Min Ming Na Ning Ping Qian Qiang Qing Rong Rui Shan
Shu Ting Wei Wen Wenjing Xia Xiaohong Xiaoli Xiaoling Xiaoming Xin Xinyi Xiu Xiuying Xue Yan Yang Yi Ying Yong Yu Yuan Yue Yun Zhen Zheng Zhi Zihan Ziyi
Somchai Somsak Siriporn Supaporn Malee Kanya Nittaya Pornthip Sombat Suda Waraporn Wanida Analyn Arlene Jovelyn Maricel Marites Rowena Jiyoung Minji
Haruto Yuki Akira Sakura Takeshi Naoko Yoko Bayarmaa Batbayar Enkhtuya Oyuntsetseg Tsetseg Ganbaatar Munkhbat
# German, Dutch, English and international
Achim Adalbert Adele Adelheid Adolf Agathe Agnes Albert Albrecht Alex Alexa Alexander Alexandra Alfons Alfred Alice Alina Alois Alwin Amalia Amelie
André Andre Andreas Andrea Andi Angelika Angela Anja Anke Ann Anna Anna-Lena Anna-Maria Annalena Anne Annegret Anneliese Annemarie Annette Anni Annika
Ansgar Anthony Antje Anton Antonia Armin Arndt Arne Arno Arnold Astrid August Auguste Axel Baptist Barbara Bärbel Bastian Beate Beatrice Beatrix Ben Benedikt
Benjamin Benno Bernd Bernhard Bernhardine Berta Bertha Berthold Bertram Bettina Betty Bianca Bill Birgit Birte Björn Bob Bodo Boris Brenda Brian Bruno
Burkhard Burkhardt Carina Carl Carla Carola Carolin Caroline Carsten Catharina Celine Charles Charlotte Chris Christa Christel Christian Christiane Christin
Christina Christine Christof Christoph Christopher Claas Clara Clarissa Claudia Claus Clemens Conny Conrad Constanze Cora Cordula Corinna Cornelia Cornelius
Dagmar Dana Daniel Daniela David Debbie Denise Dennis Detlef Detlev Diana Dieter Dietmar Dietrich Dirk Dominic Dominik Donald Dora Doreen Doris Dorothea
Dorothee Eberhard Eckart Eckhard Eddie Edda Edeltraud Edgar Edith Edmund Eduard Edward Edwin Egon Eileen Elena Eleonore Elfriede Elias Elisa Elisabeth Elise
Elke Ella Ellen Elli Elmar Elsa Elsbeth Else Elvira Emil Emilia Emilie Emily Emma Emmi Erhard Eric Erich Erik Erika Erna Ernst Erwin Esther Eugen Eugenie
Eva Evelin Evelyn Ewald Fabian Falk Felicitas Felix Ferdinand Finja Finn Fiona Flora Florian Frank Franz Franz-Josef Franziska Fred Frederik Frederike Frida Frieda
Friedel Friedhelm Friederike Friedrich Friedrich-Wilhelm Fritz Gabi Gabriele Gaby Gebhard Georg George Gerald Gerd Gereon Gerda Gerhard Gerlinde Gernot Gero Gerrit
Gert Gertrud Gina Gisbert Gisela Giesela Gitta Götz Gottfried Greta Gretchen Grete Gudrun Guido Günter Günther Gunther Gunnar Gustav Hanna Hannah Hannelore Hannes
Hans Hans-Georg Hans-Jürgen Hans-Josef Hans-Peter Hansi Harald Harry Hartmut Hartwig Hedwig Heide Heidi Heidemarie Heidrun Heike Heiko Heiner Heinrich Heinz
Helen Helena Helene Helga Helge Hella Helma Helmut Helmuth Hendrik Henning Henri Henrik Henrike Henriette Henry Herbert Heribert Hermann Hermine Herta Hertha
Hilda Hilde Hildegard Hiltrud Hinrich Holger Horst Hubert Hugo Ida Ilka Ilona Ilse Ina Ines Inga Inge Ingeborg Ingo Ingolf Ingrid Irene Iris Irma Irmgard Irmtraud
Isa Isabel Isabell Isabella Isabelle Ivonne Jacob Jakob James Jan Jan-Niklas Jana Jane Janet Janette Janin Janina Janine Janis Jannik Jannis Jari Jason Jean Jeanette
Jennifer Jenny Jens Jeremy Jessica Jessika Jil Jim Joachim Joanna Jochen Joe Joel Johann Johanna Johannes John Jolina Jonas Jonah Jonathan Jörg Jörn Josef Josefa Josefine
Joseph Josephine Joshua Josua Judith Jule Julia Julian Juliane Julius Juliana Jürgen Jutta Kai Karen Karin Karina Karl Karl-Heinz Karl-Josef Karla Karla Karolin Karsten
Kaspar Kathi Katharina Käthe Kathleen Kathrin Katja Katrin Kay Kerstin Kevin Kilian Kim Kira Klara Klaudia Klaus Klaus-Dieter Klaus-Peter Knut Konrad Konstantin Konstanze
Korbinian Kornelia Kristin Kristina Kuno Kurt Lambert Lara Larissa Lars Lasse Laura Lea Leah Lena Leni Lennard Lennart Leo Leon Leonard Leonhard Leonie Leopold Levi
Levin Lia Liam Liane Lieselotte Lilli Lilly Lily Lina Linda Linus Lisa Lisbeth Liselotte Livia Lore Lorenz Lothar Lotta Lotte Louis Louisa Luca Luci Ludger Ludmilla
Ludwig Luisa Luise Luitgard Luka Lukas Lutz Lydia Lynn Madeleine Magda Magdalena Magnus Maik Maike Maja Malte Mandy Manfred Manuel Manuela Marcel Marco Marcus Mareike
Maren Margarete Margarethe Margit Margot Margret Maria Marian Marianne Marie Marieluise Marietta Marina Mario Marion Marita Mark Marko Markus Marlen Marlene Marlies
Marlon Mart Marta Martha Martin Martina Mary Marvin Mathias Mathilda Mathilde Mathis Mats Matthias Matthis Maurice Max Maxi Maximilian Mechthild Meike Meinhard Meinolf
Melanie Melina Melinda Melissa Merle Mia Michael Michaela Mike Mila Milan Milena Milla Mira Miriam Mirjam Mirko Moira Mona Monika Moritz Nadine Nadja Nele Nicki Nico
Nicola Nicolas Nicole Niels Niklas Niko Nikolas Nikolaus Nils Nina Noah Noel Nora Norbert Norman Olaf Oliver Ole Oskar Oswald Ottilie Otto Pascal Patricia Patrick Paul
Paula Paulina Pauline Peggy Peter Petra Phil Philip Philipp Pia Piet Pit Rabea Rafael Raimund Rainer Ralf Ralph Ramona Raphael Rebecca Rebekka Regina Regine Reiner Reinhard
Reinhardt Reinhold Renate Rene René Ria Ricarda Richard Rico Rita Robert Robin Roger Roland Rolf Roman Romy Ronald Ronja Ronny Rosa Rosalie Rosalinde Rose Rosel Rosemarie
Rosi Roswitha Rosita Roxanne Rudi Rüdiger Rudolf Rupert Ruprecht Ruth Sabine Sabrina Sally Sam Samantha Samira Samuel Sandra Sandy Sara Sascha Saskia Sarah Scott
Sebastian Selina Selma Sibylle Sieglinde Siegbert Siegfried Siegmund Siegrid Sigrid Sigmar Sigurd Silas Silja Silke Silvia Simon Simone Sina Sina-Marie Sofia Sofie Sonja
Sophia Sophie Stefan Stefanie Steffen Steffi Stella Sten Stephan Stephanie Steve Steven Stine Sue Susan Susann Susanna Susanne Susi Svea Sven Svenja Swantje Sybille Sylke
Sylvia Tabea Talina Tanja Tatjana Tessa Thea Thekla Theo Theodor Theresa Therese Theresia Thilo Thomas Thorben Thorsten Till Tilman Tilo Tim Timo Timon Tina Tobi Tobias Tom
Tommy Toni Torben Torsten Traute Trude Trudi Tristan Udo Ulf Uli Ulla Ulli Ulrich Ulrike Ursel Ursula Uschi Uta Ute Utz Uwe Valentin Valentina Valeria Vanessa Vera Verena
Veronika Viktor Viktoria Vincent Viola Virginia Vivian Vivien Volker Volkmar Walburga Waldemar Walter Walther Waltraud Wanda Wendelin Wenzel Werner Wiebke Wilfried Wilhelm
Wilhelmine Willem Willi William Willibald Willy Wilma Winfried Winnie Wolf Wolf-Dieter Wolfgang Wolfram Xaver Xenia Yannic Yannick Yannik Yvonne Zoe Bart Femke Gijs Ineke
Jeroen Joost Kees Maaike Marieke Pieter Sjoerd Wouter Ryan Ashley Brandon Tyler Megan Amy Emily Olivia Jack Oliver Harriet Greg Jeff Kelly Kyle Stacy
# Given to children in Germany since about 1990
Aaliyah Abigail Adrian Aileen Alea Alena Alessia Alex Alexia Aleyna Alia Alicia Alisa Alissa Alma Amanda Amelie Amy Anabel Angelina Anika Anisa Annabell Annabelle Anneke Annelie Annie Anny Anouk Ariane Arne Aron Arthur Arvid Ava Ayleen Bela Benno Bent Bjarne Bo Bruno Caitlin Caspar Cara Carla Carlo Carlotta Cassandra Cedric Celina Celine Chantal Charleen Chiara Chloe Ciara Cindy Claire Clea Cleo Colin Collin Connor Constantin Cosima Damian Damon Danilo Danny Darian Darleen Darren Dean Delia Denny Dustin Dylan Eddie Eddy Edda Elea Eliah Elian Eliana Elijah Elin Elina Elisa Ella Elli Elly Ellie Emelie Emely Emil Emilian Emilio Emmy Enja Enna Enno Enya Eric Erik Espen Ethan Etienne Eva Evelina Ewa Fabio Fabienne Fabrice Felina Fenja Fenna Ferdinand Fiete Filippa Fine Finia Finja Finley Finnja Fjonn Flynn Florentine Franka Freya Friedrich Frida Gesa Gianluca Giuliana Gregor Hailey Hanno Hauke Helen Helena Henri Henriette Henry Hennes Hugo Ilay Ilyas Imke Inka Insa Isabel Isabella Ivy Jaden Jakob Jamie Jamiro Jan-Luca Janne Janosch Jara Jarik Jarno Jaro Jasmin Jason Jasper Jayden Jean-Luc Jella Jenna Jeremias Jerome Jessy Jette Jill Jim Jimmy Joana Joel Joelina Joelle Joey Johanna Johnny Jolie Jolina Joline Jon Jona Jonna Jonte Jordan Joris Joscha Joschua Josefin Josephin Josie Josua Joyce Juna Junis Jule Julie Julien Julina Julius Juri Justin Justus Jytte Kaja Kassandra Karlotta Karoline Kasimir Keanu Kenny Kiara Kian Kimberly Kimi Kjell Klara Konstantin Korbinian Kyra Lana Lara Larina Lasse Laurin Laurens Lea-Marie Leandra Leander Leif Lenia Lenja Lennard Lennox Lenny Leona Leonora Leopold Letizia Levi Levin Levke Lia Lian Liam Lias Lilian Liliana Lilith Lillian Lilly Lina Linn Linnea Linus Lio Lionel Liv Livia Liya Loan Logan Lorena Lorenz Loris Lotta Lotte Louis Louisa Louise Luan Luana Luca Lucas Lucia Lucie Lucian Lucien Lucy Luis Luisa Luk Lukas Luke Luna Luzie Lya Maddox Madita Madlen Mael Maila Mailin Mailo Maira Maja Malea Malia Malik Malin Malina Malou Malte Manja Mara Marek Mariella Marisa Marissa Marit Marius Marla Marleen Marlene Marley Marlin Marlo Marten Mathea Mathilda Matheo Mathis Mathilda Matilda Mattea Matteo Mats Matti Mattis Maxima Maxine Maya Mayla Meik Melia Melina Melvin Merle Merlin Mette Mia Mia-Sophie Michelle Mick Mieke Miko Mika Mila Mile Miley Milena Milla Milo Mina Mira Mirja Moritz Morten Naemi Naomi Natalie Nathan Nathanael Nayla Neele Neela Nela Nele Nelly Nelson Nevio Nia Nick Nicklas Nico Niclas Niels Nika Nike Niklas Nils Nino Noah Noel Noelia Nola Nova Oke Ole Olivia Oskar Ove Pauline Peer Penelope Pepe Phileas Phil Philine Phoebe Piet Quentin Quirin Rafael Raik Ramon Rania Raphael Ravi Rene Rieke Rika Rike Robin Rocco Romeo Romy Ronan Ronja Rosalie Ruben Runa Samantha Samira Samuel Samy Sander Sandro Santino Sean Selma Serena Shania Shirin Sidney Sienna Silas Silja Silvan Simeon Sina Sinja Sky Smilla Sönke Sonia Sophia Sophie Soraya Sören Stella Stine Sunny Svea Svenja Tamara Tamia Tamina Tamino Tara Taylor Teo Tessa Thalia Thea Theo Theodor Thore Thorin Tiara Tiago Tia Tilda Till Timm Timo Timon Timur Tom Toni Tony Tristan Tyler Tyra Tjark Valentin Valentina Valerie Vanessa Vianne Victor Vincent Vitus Viviana Vivien Wibke Wiebke Wilma Yara Yannick Yannis Yola Yuna Zara Zoe Zoey
# Given to their grandparents
Adelgunde Agathe Alwine Anneliese Annegret Auguste Bernhardine Christl Edeltraut Edelgard Elfi Ernestine Erwine Franziska Friedchen Gerti Gertraud Gretel Gunda Gundula Hanni Hedi Heinz-Josef Hermann-Josef Hilla Ilsabe Irmhild Jupp Käthchen Karl-Josef Kätha Klärchen Lenchen Leni Leonore Lina Liesel Lisel Lore Lorchen Luzia Mathes Mechtild Meta Mina Minna Ottmar Peter-Josef Philomena Resi Rosl Sepp Severin Sibilla Therese Trautchen Traudel Traudl Veit Vinzenz Walli Wendel Wiltrud Zenzi
`;
